import { MOST_EXPENSES } from '../events/batch.ts'
import type { CategoryEvent } from '../events/category.ts'
import { expenseStream, type ExpenseEvent } from '../events/expense.ts'
import type { ExpenseId, UserId } from '../events/ids.ts'
import { userStream } from '../events/user.ts'
import type { By } from './by.ts'
import { isActive } from './category-commands.ts'
import { categoryClaims } from './claims.ts'
import { findCategory, touchable, type Amending, type WantedCategory } from './expense-commands.ts'
import { decide, type Known } from './expense.ts'
import type { Decision, Work } from './handle.ts'
import type { Read } from './read.ts'
import { refusals } from './refusals.ts'
import { Rejected } from './rejected.ts'
import { expenses } from './streams.ts'

/** An expense; with the version that it was found in, if somebody looked for it. */
export type Found = { id: ExpenseId; version?: number }
export type WantedOfMany = { change: Amending } | { delete: true } | { restore: true }

/**
 * Changes, deletes or restores many expenses, all or none; what is deleted or there already stays so. They are found anew each
 * time that the command is decided. Refused with what is wrong with each of them. It is done in the name of `asker`.
 */
export function changeExpenses(
  find: () => Promise<readonly Found[]>,
  wanted: WantedOfMany,
  { asker, by }: { asker: UserId; by: By },
): Work {
  return async (read) => {
    const found = await find()
    const ids = [...new Set(found.map(({ id }) => id))]
    if (ids.length > MOST_EXPENSES) throw tooMany(ids.length)
    await read.histories(expenses, ids)
    for (const one of found) await expectAsFound(read, one)
    const all = await touchables(read, ids, by)
    return { about: userStream(asker), ...(await decideAll(read, all, wanted)) }
  }
}

export function tooMany(count: number): Rejected {
  const message = `These are ${count} expenses: at most ${MOST_EXPENSES} can be changed at once`
  return new Rejected('TooManyExpenses', message)
}

/** Whether it would still be found is not known here: if it has changed since, it is looked for again. */
async function expectAsFound(read: Read, { id, version }: Found): Promise<void> {
  if (version === undefined) return
  const { state, version: newest } = await read.state(expenses, id)
  const gone = state.status === 'none' || !(await isActive(read, state.userId))
  if (gone || newest !== version) read.overtaken(expenseStream(id))
}

async function touchables(read: Read, ids: readonly ExpenseId[], by: By): Promise<Known[]> {
  const refused = refusals()
  const all: Known[] = []
  // One after the other: the first of each owner's looks the owner up for all of them.
  for (const id of ids) {
    const expense = await refused.unlessRefused(id, () => touchable(read, id, by))
    if (expense) all.push(expense)
  }
  refused.settle()
  return all
}

async function decideAll(read: Read, all: readonly Known[], wanted: WantedOfMany): Promise<Omit<Decision, 'about'>> {
  if ('change' in wanted) return amendAll(read, all, wanted.change)
  const restores = 'restore' in wanted
  const type = restores ? 'RestoreExpense' : 'DeleteExpense'
  const others = all.filter(({ status }) => (status === 'deleted') === restores)
  return { events: others.flatMap((expense) => decide(expense, { type })) }
}

async function amendAll(
  read: Read,
  all: readonly Known[],
  { category, categoryId, ...texts }: Amending,
): Promise<Omit<Decision, 'about'>> {
  const moves = category !== undefined || categoryId !== undefined
  const categoryOf = categoriesByOwner(read, { category, categoryId })
  const refused = refusals()
  const [events, added] = [new Array<ExpenseEvent>(), new Set<CategoryEvent>()]
  for (const expense of all) {
    const found = moves ? await categoryOf(expense.userId) : undefined
    const wanted = { ...texts, categoryId: found?.categoryId }
    const amended = await refused.unlessRefused(expense.id, () => decide(expense, { type: 'AmendExpense', wanted }))
    events.push(...(amended ?? []))
    // A category is brought about only for an expense that is not in it already.
    if (found && found.categoryId !== expense.categoryId) for (const event of found.added) added.add(event)
  }
  refused.settle()
  return { events: [...added, ...events], ...categoryClaims([...added]) }
}

/** Each owner's own category of that name; one that is new is the same for all that the owner's expenses need it. */
function categoriesByOwner(read: Read, wanted: WantedCategory) {
  const found = new Map<UserId, Awaited<ReturnType<typeof findCategory>>>()
  return async (owner: UserId) => {
    const category = found.get(owner) ?? (await findCategory(read, owner, wanted).catch(partOfChange))
    found.set(owner, category)
    return category
  }
}

/** Names a field by where it stands in the request. */
function partOfChange(error: unknown): never {
  if (!(error instanceof Rejected)) throw error
  const errors = error.errors.map(({ path, message }) => ({ path: `change.${path}`, message }))
  throw new Rejected(error.reason, error.message, undefined, errors)
}
