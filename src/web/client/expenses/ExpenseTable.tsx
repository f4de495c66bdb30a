import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { ExpenseRow } from './ExpenseRow.tsx'
import type { Shown } from './expense-list.ts'
import { sortedBy, type Filter } from './filter.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import { TotalFigures } from './TotalFigures.tsx'
import { useNarrow } from './use-filter.ts'

type Props = { me: User; filter: Filter; shown: Shown }

export function ExpenseTable({ me, filter, shown: { items, count } }: Props) {
  const words = messages.columns
  const ofOthers = filter.whose === 'all'
  return (
    <table class="expenses">
      <caption class="visually-hidden">{messages.list.caption(nameOf(filter.period))}</caption>
      <thead>
        <tr>
          <SortHeader column="date" filter={filter} />
          <th scope="col">{words.description}</th>
          <th scope="col">{words.category}</th>
          {ofOthers && <th scope="col">{words.person}</th>}
          <SortHeader column="amount" filter={filter} />
          <th scope="col">
            <span class="visually-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((expense) => (
          <ExpenseRow key={expense.id} me={me} filter={filter} expense={expense} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>
            <b>{messages.list.countOf(count, format.count(count))}</b>{' '}
            <span class="muted">{messages.list.inPeriod(filter.period, nameOf(filter.period))}</span>
          </td>
          <td colSpan={ofOthers ? 3 : 2}>
            <TotalFigures me={me} plain />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

function SortHeader({ column, filter: { sort } }: { column: 'date' | 'amount'; filter: Filter }) {
  const narrow = useNarrow()
  const direction = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined
  return (
    <th scope="col" class={column} aria-sort={direction}>
      <button type="button" onClick={() => narrow({ sort: sortedBy(column, sort) })}>
        {messages.columns[column]}
        {direction && <Icon name={direction === 'ascending' ? 'arrowUp' : 'arrowDown'} />}
      </button>
    </th>
  )
}
