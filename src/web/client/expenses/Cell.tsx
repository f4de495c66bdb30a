import type { Expense, User } from '../../api.ts'
import { Swatch } from '../categories/Swatch.tsx'
import { messages } from '../messages.ts'
import { categories, format, people, today } from '../page.ts'
import { Amount } from './Amount.tsx'
import type { Column } from './columns.ts'
import type { Filter } from './filter.ts'

export type CellProps = { me: User; filter: Filter; expense: Expense; column: Column; tabIndex?: number }

/** What `column` shows of an expense. `data-field` says which field a double click edits. */
export function Cell(props: CellProps) {
  return (
    <td class={props.column} data-field={props.column}>
      <Shown {...props} />
    </td>
  )
}

function Shown({ me, filter, expense, column, tabIndex }: CellProps) {
  const { userId, categoryId, category, date, currency, recordedAt, changedAt, changedBy } = expense
  switch (column) {
    case 'date':
      return <>{isOfYearShown(filter, date) ? format.day(date) : format.dayOfYear(date)}</>
    case 'description':
      return <Description expense={expense} tabIndex={tabIndex} />
    case 'category':
      return (
        <span class="cat">
          <Swatch colour={categories.colour(userId, categoryId)} />
          <Text of={category} />
        </span>
      )
    case 'person':
      return <Text of={people.nameOf(userId)} />
    case 'amount':
      return <Amount me={me} of={expense} />
    case 'currency':
      return <>{currency}</>
    case 'recorded':
      return (
        <time dateTime={recordedAt} title={format.moment(recordedAt)}>
          {format.momentShort(recordedAt)}
        </time>
      )
    case 'changedBy':
      return <Text of={changedBy?.name ?? messages.columns.commandLine} title={format.moment(changedAt)} />
  }
}

function Description({
  expense: { description, deleted },
  tabIndex,
}: {
  expense: Expense
  tabIndex?: number | undefined
}) {
  return (
    <button type="button" class="row-open" tabIndex={tabIndex} title={description}>
      {deleted ? <Deleted description={description} /> : <Text of={description} />}
    </button>
  )
}

export function Deleted({ description }: { description: string }) {
  return (
    <span class="struck">
      <del class="clamped" dir="auto">
        {description}
      </del>
      <span class="badge">{messages.list.deletedBadge}</span>
    </span>
  )
}

function Text({ of, title }: { of: string; title?: string }) {
  return (
    <span class="clamped" dir="auto" title={title}>
      {of}
    </span>
  )
}

/** Whether the year goes without saying. */
function isOfYearShown({ period }: Filter, date: string): boolean {
  return date.slice(0, 4) === (period === 'all' ? today() : period).slice(0, 4)
}
