import type { User } from '../../api.ts'
import { list } from '../page.ts'
import { Amount } from './Amount.tsx'
import { ownFirst } from './days.ts'

/** The totals of all that matches, one's own currency first; `plain` as in `Amount`. */
export function TotalFigures({ me, plain = false }: { me: User; plain?: boolean }) {
  const totals = list.shown.value?.totals ?? []
  return (
    <div class="totals">
      {ownFirst(totals, me).map(({ currency, total }) => (
        <div key={currency}>
          <Amount me={me} of={{ amount: total, currency }} plain={plain} />
        </div>
      ))}
    </div>
  )
}
