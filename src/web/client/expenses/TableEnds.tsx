import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Column } from './columns.ts'
import { sortedBy, type Filter, type SortColumn } from './filter.ts'
import { SelectionHead } from './SelectionHead.tsx'
import { TotalFigures } from './TotalFigures.tsx'
import { useNarrow } from './use-filter.ts'

const sortable: readonly Column[] = ['date', 'amount', 'recorded'] satisfies SortColumn[]

/** What the columns are called; some sort the list. */
export function TableHead({ filter, columns }: { filter: Filter; columns: readonly Column[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <SelectionHead />
        {columns.map((column) =>
          isSortable(column) ? (
            <SortHeader key={column} column={column} filter={filter} />
          ) : (
            <th key={column} scope="col" class={column}>
              {messages.columns[column]}
            </th>
          ),
        )}
        <th scope="col" class="actions">
          <span class="visually-hidden">{messages.columns.actions}</span>
        </th>
      </tr>
    </thead>
  )
}

function isSortable(column: Column): column is SortColumn {
  return sortable.includes(column)
}

function SortHeader({ column, filter: { sort } }: { column: SortColumn; filter: Filter }) {
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

type FootProps = { me: User; filter: Filter; of: number; count: string; width: number }

/** How many match, and what they come to: of all, loaded or not. */
export function TableFoot({ me, filter: { period }, of, count, width }: FootProps) {
  return (
    <tfoot>
      <tr aria-rowindex={of + 2}>
        <td colSpan={3}>
          <b>{messages.list.countOf(of, count)}</b>{' '}
          <span class="muted">{messages.list.inPeriod(period, nameOf(period))}</span>
        </td>
        <td colSpan={width - 4}>
          <TotalFigures me={me} plain />
        </td>
        <td />
      </tr>
    </tfoot>
  )
}
