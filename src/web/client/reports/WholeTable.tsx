import type { Total, User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { FigureCell } from './FigureCell.tsx'

/** A line per currency: there is nothing to add up. */
export function WholeTable({ me, scope, totals }: { me: User; scope: Scope; totals: readonly Total[] }) {
  const words = pageMessages.reports
  return (
    <table class="report-table">
      <caption class="visually-hidden">{words.groups.none}</caption>
      <thead>
        <tr>
          <th scope="col">{words.currency}</th>
          <th scope="col" class="amount">
            {words.count}
          </th>
          <th scope="col" class="amount">
            {messages.columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {ownFirst(totals, me).map(({ currency, count, total }) => (
          <tr key={currency}>
            <th scope="row">{format.currencyName(currency)}</th>
            <td class="amount">{format.count(count)}</td>
            <FigureCell scope={scope} currency={currency} saysCurrency={totals.length > 1} total={total} as="money" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
