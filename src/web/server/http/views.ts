import type { Folded } from '../../../commands/folded.ts'
import { categories, expenses, fold, users, type Kind } from '../../../commands/streams.ts'
import type { Done } from '../../../commands/handle.ts'
import type { LedgerEvent, Stream } from '../../../events/event.ts'
import { CategoryId, ExpenseId, UserId } from '../../../events/ids.ts'
import { toMajor } from '../../../events/money.ts'
import type { Category, Expense, User } from '../../api.ts'
import type { Parts } from '../parts.ts'

/** Where the body of a command's answer comes from: streams as the command left them. */
export type Source = <S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id) => Promise<Folded<S>>

/** What the command itself came to; streams that it did not look at are read. */
export function sourceOf(done: Done, log: Parts['log']): Source {
  return async (kind, id) => {
    const folded = done.of(kind, id)
    return folded.version > 0 ? folded : asOf(log, done.position)(kind, id)
  }
}

/** The streams as they were at `position`: what a command was answered that is asked again. */
export function asOf(log: Parts['log'], position: number): Source {
  return async (kind, id) => {
    const stream = kind.stream(id)
    return fold(kind, (await log.readStreams([stream], position)).get(stream)?.events ?? [])
  }
}

/** The body that a command about `stream` is answered with. */
export function viewOf(source: Source, stream: Stream): Promise<User | Category | Expense> {
  const id = stream.slice(stream.indexOf('-') + 1)
  if (stream.startsWith('user-')) return userView(source, UserId.parse(id))
  return stream.startsWith('category-')
    ? categoryView(source, CategoryId.parse(id))
    : expenseView(source, ExpenseId.parse(id))
}

export async function userView(source: Source, id: UserId): Promise<User> {
  const { state, version, recordedAt, changedAt } = await source(users, id)
  if (state.status === 'none' || !recordedAt || !changedAt) throw new Error('A user that was just changed is not there')
  const { name, email, role, currency } = state
  return { id, name, email, role, currency, version, recordedAt, changedAt, deleted: state.status !== 'active' }
}

async function categoryView(source: Source, id: CategoryId): Promise<Category> {
  const { state, version } = await source(categories, id)
  if (state.status === 'none') throw new Error('A category that was just changed is not there')
  const { userId, name, colour } = state
  return { id, userId, name, colour, archived: state.status === 'archived', version }
}

async function expenseView(source: Source, id: ExpenseId): Promise<Expense> {
  const { state, version, recordedAt, changedAt, changedBy } = await source(expenses, id)
  if (state.status === 'none' || !recordedAt || !changedAt) throw new Error('An expense that was just changed is gone')
  const { userId, categoryId, description, date, currency } = state
  const category = (await source(categories, categoryId)).state
  const amount = toMajor(state.amount, currency)
  return {
    id,
    userId,
    categoryId,
    category: category.status === 'none' ? '' : category.name,
    description,
    date,
    amount,
    currency,
    version,
    recordedAt,
    changedAt,
    changedBy: changedBy && { id: changedBy, name: await nameOf(source, changedBy) },
    deleted: state.status === 'deleted',
  }
}

async function nameOf(source: Source, id: UserId): Promise<string> {
  const { state } = await source(users, id)
  return state.status === 'none' ? '' : state.name
}
