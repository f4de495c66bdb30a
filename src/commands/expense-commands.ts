import type { CalendarDate } from '../events/calendar.ts'
import type { CategoryEvent } from '../events/category.ts'
import { expenseStream, type ExpenseEvent } from '../events/expense.ts'
import type { CategoryId, ExpenseId, UserId } from '../events/ids.ts'
import type { Currency } from '../events/money.ts'
import { mayChange, needChange, type By } from './by.ts'
import { categoryNamed } from './category-commands.ts'
import { decide as decideCategory, known as knownCategory } from './category.ts'
import { categoryClaims } from './claims.ts'
import { expectVersion } from './expect-version.ts'
import { decide, expenseUnknown, noExpense, type Expense, type ExpenseCommand } from './expense.ts'
import type { Decision, Work } from './handle.ts'
import type { Read } from './read.ts'
import { Rejected } from './rejected.ts'
import { categories, expenses, fold, users } from './streams.ts'
import { active } from './user.ts'

/** A category by its id, or by a name, which is added if it is new. */
export type WantedCategory = { category?: string | undefined; categoryId?: CategoryId | undefined }
type Recording = WantedCategory & {
  id: ExpenseId
  owner: UserId
  description: string
  date: CalendarDate
  amount: string
  currency?: Currency | undefined
}

export function recordExpense({ id, owner, description, date, amount, currency, ...wanted }: Recording, by: By): Work {
  return async (read) => {
    const { state: asked } = await read.state(users, owner)
    needChange(owner, asked, by)
    if (asked.status === 'none') throw new Rejected('InvalidReference', 'There is no such user', 'userId')
    const user = active(asked)
    const { state } = await read.likelyNew(expenses, id)
    const { categoryId, added } = await findCategory(read, owner, wanted)
    const texts = { categoryId, description, date, amount, currency: currency ?? user.currency }
    return decided(id, state, { type: 'RecordExpense', expenseId: id, userId: owner, ...texts }, added)
  }
}

export type Amending = WantedCategory & {
  description?: string | undefined
  date?: CalendarDate | undefined
  amount?: string | undefined
  currency?: Currency | undefined
}

export function amendExpense(id: ExpenseId, { category, categoryId, ...texts }: Amending, by: By): Work {
  return async (read) => {
    const expense = await touchable(read, id, by)
    const moved = category !== undefined || categoryId !== undefined
    const found = moved ? await findCategory(read, expense.userId, { category, categoryId }) : undefined
    // The category is looked at also where it stays: the answer names it.
    if (!found) await read.state(categories, expense.categoryId)
    // Naming the category that it has already does not bring an archived one back.
    const added = found && found.categoryId !== expense.categoryId ? found.added : []
    const wanted = { ...texts, categoryId: found?.categoryId }
    return decided(id, expense, { type: 'AmendExpense', wanted }, added)
  }
}

export function deleteExpense(id: ExpenseId, by: By): Work {
  return (read) => simply(read, id, { type: 'DeleteExpense' }, by)
}

export function restoreExpense(id: ExpenseId, by: By): Work {
  return (read) => simply(read, id, { type: 'RestoreExpense' }, by)
}

/** Makes it what it was at `version`. A category that was archived since is its own again all the same. */
export function revertExpense(id: ExpenseId, version: number, by: By): Work {
  return async (read) => {
    const [events = []] = await read.histories(expenses, [id])
    const expense = await touchable(read, id, by)
    const was = version > events.length ? noExpense : fold(expenses, events.slice(0, version)).state
    await read.state(categories, was.status === 'none' ? expense.categoryId : was.categoryId)
    return decided(id, expense, { type: 'RevertExpense', was })
  }
}

async function simply(read: Read, id: ExpenseId, command: ExpenseCommand, by: By): Promise<Decision> {
  const expense = await touchable(read, id, by)
  await read.state(categories, expense.categoryId)
  return decided(id, expense, command)
}

/** The expense, if it is there for whoever asks: somebody else's, and a deleted user's, is not. */
export async function touchable(read: Read, id: ExpenseId, by: By) {
  const folded = await read.state(expenses, id)
  const { state } = folded
  if (state.status === 'none' || !(await mayChange(read, state.userId, by))) throw expenseUnknown()
  expectVersion(folded, by)
  return state
}

/** `added` are the events that bring the category about where there was none of that name, or an archived one. */
export async function findCategory(read: Read, owner: UserId, { category, categoryId }: WantedCategory) {
  if (categoryId !== undefined) {
    const { state } = await read.state(categories, categoryId)
    if (state.status === 'none' || state.userId !== owner) throw categoryUnknown()
    return { categoryId, added: [] }
  }
  if (category === undefined) throw categoryUnknown()
  const { id, folded } = await categoryNamed(read, owner, category)
  if (folded.state.status === 'active') return { categoryId: knownCategory(folded.state).id, added: [] }
  const add = { type: 'AddCategory', categoryId: id, userId: owner, name: category } as const
  return { categoryId: id, added: decideCategory(folded.state, add) }
}

function decided(id: ExpenseId, expense: Expense, command: ExpenseCommand, added: CategoryEvent[] = []): Decision {
  const events: ExpenseEvent[] = decide(expense, command)
  return { about: expenseStream(id), events: [...added, ...events], ...categoryClaims(added) }
}

function categoryUnknown(): Rejected {
  return new Rejected('InvalidReference', 'There is no such category', 'categoryId')
}
