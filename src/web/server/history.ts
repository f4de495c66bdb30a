import { expenseUnknown } from '../../commands/expense.ts'
import { categories, expenses, fold, users } from '../../commands/streams.ts'
import { categoryStream } from '../../events/category.ts'
import type { LedgerEvent, Recorded, Stream } from '../../events/event.ts'
import { expenseStream, type ExpenseEvent } from '../../events/expense.ts'
import { CategoryId, type ExpenseId, type UserId } from '../../events/ids.ts'
import { toMajor, type Currency } from '../../events/money.ts'
import { userStream } from '../../events/user.ts'
import type { HistoryEntry } from '../api.ts'
import type { Parts } from './parts.ts'

type Fields = { [field: string]: { from?: string; to: string } }
type Names = (stream: Stream) => string

/** Everything that happened to an expense, oldest first, straight from the log. Throws `Rejected` if it is unknown. */
export async function historyOf(
  log: Parts['log'],
  id: ExpenseId,
  mayTouch: (owner: UserId) => boolean,
): Promise<HistoryEntry[]> {
  const stream = expenseStream(id)
  const events = ((await log.readStreams([stream])).get(stream)?.events ?? []) as Recorded<ExpenseEvent>[]
  const owner = events[0]?.event.userId
  if (!owner || !mayTouch(owner)) throw expenseUnknown()
  const mentioned = [userStream(owner), ...events.flatMap(mentions)]
  const slices = await log.readStreams([...new Set(mentioned)])
  if (fold(users, slices.get(userStream(owner))?.events ?? []).state.status !== 'active') throw expenseUnknown()
  const names: Names = (mention) => nameOf(mention, slices.get(mention)?.events ?? [])
  return events.map((recorded, index) => {
    const { position, version, recordedAt, actorId, metadata, hash, event } = recorded
    const currency = fold(expenses, events.slice(0, index)).state
    const before = currency.status === 'none' ? undefined : currency.currency
    const actor = actorId && { id: actorId, name: names(userStream(actorId)) }
    const { origin, batch = null } = metadata
    const changes = fieldsOf(event, before, names)
    return { position, version, type: event.type, recordedAt, actor, origin, batch, changes, hash }
  })
}

function mentions({ event, actorId }: Recorded<ExpenseEvent>): Stream[] {
  const actor = actorId ? [userStream(actorId)] : []
  if (event.type === 'ExpenseRecorded') return [...actor, categoryStream(event.categoryId)]
  if (event.type !== 'ExpenseAmended' || !event.changes.categoryId) return actor
  const { from, to } = event.changes.categoryId
  return [...actor, categoryStream(from), categoryStream(to)]
}

function nameOf(stream: Stream, events: readonly Recorded<LedgerEvent>[]): string {
  const { state } = stream.startsWith('user-') ? fold(users, events) : fold(categories, events)
  return state.status === 'none' ? '' : state.name
}

function fieldsOf(event: ExpenseEvent, currency: Currency | undefined, names: Names): Fields {
  if (event.type === 'ExpenseRecorded') {
    const { categoryId, description, date, amount, currency: own } = event
    const major = toMajor(amount, own)
    const first = {
      description,
      date,
      amount: major,
      currency: own,
      categoryId,
      category: names(categoryStream(categoryId)),
    }
    return Object.fromEntries(Object.entries(first).map(([field, to]) => [field, { to }]))
  }
  return event.type === 'ExpenseAmended' && currency ? amended(event, currency, names) : {}
}

function amended(
  { changes }: Extract<ExpenseEvent, { type: 'ExpenseAmended' }>,
  before: Currency,
  names: Names,
): Fields {
  const { amount, categoryId, ...texts } = changes
  const after = changes.currency?.to ?? before
  const fields: Fields = {}
  for (const [field, change] of Object.entries(texts)) if (change) fields[field] = change
  if (amount) fields.amount = { from: toMajor(amount.from, before), to: toMajor(amount.to, after) }
  if (categoryId) {
    fields.categoryId = categoryId
    const name = (id: string) => names(categoryStream(CategoryId.parse(id)))
    fields.category = { from: name(categoryId.from), to: name(categoryId.to) }
  }
  return fields
}
