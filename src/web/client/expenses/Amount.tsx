import type { Expense, User } from '../../api.ts'
import { format } from '../page.ts'

type Props = { me: Pick<User, 'currency'>; of: Pick<Expense, 'amount' | 'currency'>; plain?: boolean }

/** An amount; where it is `plain`, one's own currency goes without saying. Huge ones may break between their groups. */
export function Amount({ me, of: { amount, currency }, plain = true }: Props) {
  const isOwn = plain && currency === me.currency
  const text = isOwn ? format.amount(amount, currency) : format.money(amount, currency)
  if (text.length < 16) return <span class="num">{text}</span>
  const groups = text.split(/(?<=\D)(?=\d{3})/u)
  return (
    <span class="num huge">
      {groups.map((group, index) => (
        <>
          {index > 0 && <wbr />}
          {group}
        </>
      ))}
    </span>
  )
}
