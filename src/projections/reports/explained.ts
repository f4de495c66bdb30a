import type { Instant } from '../../events/calendar.ts'
import { categoryStream } from '../../events/category.ts'
import type { EventType, Recorded, Stream } from '../../events/event.ts'
import type { ExpenseEvent } from '../../events/expense.ts'
import type { UserId } from '../../events/ids.ts'
import { toMajor } from '../../events/money.ts'
import { userStream } from '../../events/user.ts'
import type { Stood } from './expense-at.ts'
import type { Names } from './names.ts'
import type { Counted } from './replay.ts'
import { openTotals, type Total } from './totals.ts'

/** Per field what it was and what it is, amounts in major units; of the first event only what it is. */
export type Fields = { [field: string]: { from?: string; to: string } }

/** An event, and by how much it moved count and total of the report: a part of the difference. */
export type Part = {
  position: number
  type: EventType
  recordedAt: Instant
  actor: { id: UserId; name: string } | null
  changes: Fields
  difference: Total[]
}

/** What an event did to an expense in a report; `before` and `after` it, as far as the report has it. */
export type Step = {
  recorded: Recorded<Counted>
  /** The expense, in the report or not. */
  expense: Stood | undefined
  before: Stood | undefined
  after: Stood | undefined
}

export function explained({ recorded, expense, before, after }: Step, names: Names): Part {
  const { position, event, recordedAt, actorId } = recorded
  const actor = actorId && { id: actorId, name: names.of(userStream(actorId)) }
  const changes = 'expenseId' in event ? fieldsOf(event, expense, names) : {}
  return { position, type: event.type, recordedAt, actor, changes, difference: differenceOf(before, after) }
}

/** How much more there is after than before, in each currency. */
export function differenceOf(before: Stood | undefined, after: Stood | undefined): Total[] {
  const totals = openTotals()
  if (before) totals.shift(before, -1)
  if (after) totals.shift(after, 1)
  return totals.all()
}

/** The streams whose names are needed to explain `recorded`. */
export function namesOf({ event, actorId }: Recorded<Counted>): Stream[] {
  const actor = actorId ? [userStream(actorId)] : []
  if (event.type === 'ExpenseRecorded') return [...actor, categoryStream(event.categoryId)]
  if (event.type !== 'ExpenseAmended' || !event.changes.categoryId) return actor
  const { from, to } = event.changes.categoryId
  return [...actor, categoryStream(from), categoryStream(to)]
}

function fieldsOf(event: ExpenseEvent, expense: Stood | undefined, names: Names): Fields {
  if (event.type === 'ExpenseRecorded') {
    const { categoryId, description, date, amount, currency } = event
    const category = names.of(categoryStream(categoryId))
    const told = { description, date, amount: toMajor(amount, currency), currency, categoryId, category }
    return Object.fromEntries(Object.entries(told).map(([field, to]) => [field, { to }]))
  }
  return event.type === 'ExpenseAmended' && expense ? amended(event, expense, names) : {}
}

function amended(
  { changes, facts }: Extract<ExpenseEvent, { type: 'ExpenseAmended' }>,
  { currency }: Stood,
  names: Names,
): Fields {
  const { amount, categoryId, ...texts } = changes
  const fields: Fields = {}
  for (const [field, change] of Object.entries(texts)) if (change) fields[field] = change
  if (amount) fields.amount = { from: toMajor(amount.from, facts.currency), to: toMajor(amount.to, currency) }
  if (categoryId) {
    fields.categoryId = categoryId
    const { from, to } = categoryId
    fields.category = { from: names.of(categoryStream(from)), to: names.of(categoryStream(to)) }
  }
  return fields
}
