import type { Instant } from '../../events/calendar.ts'
import { categoryStream } from '../../events/category.ts'
import { newest } from '../../events/changes.ts'
import type { Recorded, Stream } from '../../events/event.ts'
import type { ExpenseEvent, ExpenseFields } from '../../events/expense.ts'
import type { ExpenseId, UserId } from '../../events/ids.ts'
import { toMajor } from '../../events/money.ts'
import { userStream } from '../../events/user.ts'
import type { Names } from './names.ts'

/** An expense in full, as its events leave it. */
export type Stood = ExpenseFields & {
  id: ExpenseId
  userId: UserId
  version: number
  recordedAt: Instant
  changedAt: Instant
  changedBy: UserId | null
  deleted: boolean
}

/** An expense as it leaves the room: `amount` in major units, with the names of the moment. */
export type ReportedExpense = Omit<Stood, 'amount' | 'changedBy'> & {
  category: string
  amount: string
  changedBy: { id: UserId; name: string } | null
}

/** What `events`, the first of an expense, come to. */
export function stoodAfter(events: readonly Recorded<ExpenseEvent>[]): Stood | undefined {
  return events.reduce<Stood | undefined>(after, undefined)
}

/** What `recorded` makes of the expense that was there before. */
export function after(before: Stood | undefined, recorded: Recorded<ExpenseEvent>): Stood {
  const { event, version, recordedAt, actorId } = recorded
  const around = { version, changedAt: recordedAt, changedBy: actorId }
  if (event.type === 'ExpenseRecorded') {
    const { type: _type, expenseId: id, ...fields } = event
    return { ...fields, id, recordedAt, ...around, deleted: false }
  }
  if (!before) throw new Error(`${event.type} at ${recorded.position} is about an expense that was never recorded`)
  if (event.type === 'ExpenseAmended') return { ...before, ...newest(event.changes), ...around }
  return { ...before, ...around, deleted: event.type === 'ExpenseDeleted' }
}

/** The streams whose names are needed to tell of `expense`. */
export function namesIn({ categoryId, changedBy }: Stood): Stream[] {
  return [categoryStream(categoryId), ...(changedBy ? [userStream(changedBy)] : [])]
}

export function reported(expense: Stood, names: Names): ReportedExpense {
  const { id, userId, categoryId, description, date, amount, currency, version, recordedAt, changedAt } = expense
  const category = names.of(categoryStream(categoryId))
  const changedBy = expense.changedBy && { id: expense.changedBy, name: names.of(userStream(expense.changedBy)) }
  const told = { id, userId, categoryId, category, description, date, amount: toMajor(amount, currency), currency }
  return { ...told, version, recordedAt, changedAt, changedBy, deleted: expense.deleted }
}
