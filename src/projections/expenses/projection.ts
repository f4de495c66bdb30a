import { newest } from '../../events/changes.ts'
import type { CalendarDate } from '../../events/calendar.ts'
import type { ExpenseEvent } from '../../events/expense.ts'
import type { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { ERASED } from '../../events/personal.ts'
import { instantToSqlTime } from '../../events/log/instants.ts'
import { decimalsOf, toMajor, type Currency, type Minor } from '../../events/money.ts'
import { MOST_DECIMALS } from '../../events/currencies.ts'
import { count, date, flag, id, instant, position, required, text, word } from '../tables/columns.ts'
import { begin, change, type Projection, type Told, type Touch } from '../projection.ts'
import { searchable } from '../searchable.ts'

type ExpenseRow = {
  userId: UserId
  position: number
  id: ExpenseId
  categoryId: CategoryId
  description: string
  search: string
  date: CalendarDate
  amount: Minor
  currency: Currency
  major: string
  version: number
  recordedAt: string
  changedAt: string
  changedBy: UserId | null
  deleted: 0 | 1
}

/**
 * Every expense, deleted ones too. One user's lie side by side, in the order they were recorded: whatever is asked of one
 * user is answered by going through these, so that only lists over all users need indexes of their own.
 */
export const expenses: Projection<ExpenseRow> = {
  name: 'expenses',
  version: 2,
  columns: {
    userId: { ...id, primaryKey: true },
    position: { ...position, primaryKey: true },
    id,
    categoryId: id,
    description: text(500),
    // A letter may become three when it is composed and put into lower case.
    search: text(1500),
    date,
    amount: required('BIGINT'),
    currency: word(3),
    /** The amount in major units: what currencies of different decimals are sorted and compared by. */
    major: required('DECIMAL(20,4)'),
    version: count,
    recordedAt: instant,
    changedAt: instant,
    changedBy: { ...id, allowNull: true },
    deleted: flag,
  },
  indexes: [
    { name: 'by_id', fields: ['id'], unique: true },
    { name: 'by_recorded', fields: ['position'] },
    // With all that totals need, so that those of everybody read this alone, a quarter of the table: see `covered`.
    { name: 'by_date', fields: ['date', 'position', 'deleted', 'currency', 'amount', 'major'] },
    { name: 'by_amount', fields: ['major', 'position'] },
  ],
  unsealed: true,
  erased: { description: ERASED, search: searchable(ERASED) },
  keyOf: (expense) => expense.id,
  where: (keys) => ({ id: keys }),
  on: {
    ExpenseRecorded: ({ event, version, position, recordedAt, actorId }) => {
      const { expenseId, userId, categoryId, description, date, amount, currency } = event
      const at = instantToSqlTime(recordedAt)
      const derived = { search: searchable(description), major: majorOf(amount, currency) }
      const told = { id: expenseId, userId, categoryId, description, date, amount, currency, ...derived }
      const around = { version, position, recordedAt: at, changedAt: at, changedBy: actorId }
      return [begin<ExpenseRow>(expenseId, { ...told, ...around, deleted: 0 })]
    },
    ExpenseAmended: (recorded) =>
      become(recorded, (before) => {
        const after = { ...before, ...newest(recorded.event.changes) }
        return { ...after, search: searchable(after.description), major: majorOf(after.amount, after.currency) }
      }),
    ExpenseDeleted: (recorded) => become(recorded, (before) => ({ ...before, deleted: 1 })),
    ExpenseRestored: (recorded) => become(recorded, (before) => ({ ...before, deleted: 0 })),
    UserErased: () => [],
  },
}

function become(
  { event, version, recordedAt, actorId }: Told<ExpenseEvent>,
  next: (before: ExpenseRow) => ExpenseRow,
): Touch<ExpenseRow>[] {
  const around = { version, changedAt: instantToSqlTime(recordedAt), changedBy: actorId }
  return [change(event.expenseId, (before) => ({ ...next(before), ...around }))]
}

/** `12.5000`: in major units, with as many decimals for every currency. */
function majorOf(amount: Minor, currency: Currency): string {
  const decimals = decimalsOf(currency)
  return `${toMajor(amount, currency)}${decimals === 0 ? '.' : ''}${'0'.repeat(MOST_DECIMALS - decimals)}`
}
