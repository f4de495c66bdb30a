import type { User } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format, people } from '../page.ts'
import { OwnFigure } from './Figure.tsx'
import type { Item } from './statement.ts'

type Props = { me: User; item: Item; href: string; ofOthers: boolean }

/** An expense of a statement. On a phone what has no column of its own stands beneath: category, person and the sum so far. */
export function StatementRow({ me, item, href, ofOthers }: Props) {
  const { userId, date, description, category, amount, currency, running } = item
  const person = ofOthers ? people.nameOf(userId) : ''
  const further = [category, person].filter(Boolean)
  return (
    <tr>
      <td class="date">
        <time dateTime={date}>{format.day(date)}</time>
      </td>
      <td class="description">
        <a href={href} dir="auto">
          {description}
        </a>
        <small class="narrow">{further.join(' · ')}</small>
      </td>
      <td class="category wide" dir="auto">
        {category}
      </td>
      {ofOthers && (
        <td class="person wide" dir="auto">
          {person}
        </td>
      )}
      <td class="amount">
        <OwnFigure me={me} total={amount} currency={currency} />
        <small class="narrow">
          <span class="visually-hidden">{pageMessages.reports.running}</span>{' '}
          <OwnFigure me={me} total={running} currency={currency} />
        </small>
      </td>
      <td class="running wide">
        <OwnFigure me={me} total={running} currency={currency} />
      </td>
    </tr>
  )
}
