import type { Total, User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { Figure } from './Figure.tsx'

/** What the whole statement came to, beneath its last line. */
export function StatementTotals({ me, totals }: { me: User; totals: readonly Total[] }) {
  const count = totals.reduce((sum, total) => sum + total.count, 0)
  return (
    <p class="statement-totals">
      <span>
        <b>{pageMessages.reports.whole}</b>{' '}
        <span class="muted">{messages.list.countOf(count, format.count(count))}</span>
      </span>
      <span class="sums">
        {ownFirst(totals, me).map(({ currency, total }) => (
          <Figure key={currency} total={total} currency={currency} as="money" />
        ))}
      </span>
    </p>
  )
}
