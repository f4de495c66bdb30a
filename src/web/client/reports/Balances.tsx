import type { Changes, User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Balance } from './changes.ts'
import { Figure } from './Figure.tsx'
import type { Moment } from './KnownAs.tsx'

type Props = { me: User; moments: Pick<Changes, 'since' | 'until'>; balances: readonly Balance[] }

/** What the report was, what it is, and the difference: in each currency the first two differ by the third. */
export function Balances({ me, moments: { since, until }, balances }: Props) {
  const words = pageMessages.reports
  if (balances.length === 0) return null
  return (
    <div class="report-scroll" role="region" aria-label={words.balances} tabIndex={0}>
      <table class="report-table balances">
        <caption class="visually-hidden">{words.balances}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{words.currency}</span>
            </th>
            <MomentHead name={words.was} moment={since} />
            <MomentHead name={words.is} moment={until} />
            <th scope="col" class="amount">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {ownFirst(balances, me).map(({ currency, was, is, difference }) => (
            <tr key={currency}>
              <th scope="row">{currency}</th>
              <td class="amount">
                <Figure total={was} currency={currency} as="money" />
              </td>
              <td class="amount">
                <Figure total={is} currency={currency} as="money" />
              </td>
              <td class="amount whole">
                <Figure total={difference} currency={currency} as="signed" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MomentHead({ name, moment: { position } }: { name: string; moment: Moment }) {
  return (
    <th scope="col" class="amount">
      {name} <small>{pageMessages.reports.at(format.count(position))}</small>
    </th>
  )
}
