import type { CategoryEvent } from '../events/category.ts'
import { categoryStream } from '../events/category.ts'
import type { LedgerEvent, Recorded, Stream } from '../events/event.ts'
import type { ExpenseEvent } from '../events/expense.ts'
import { expenseStream } from '../events/expense.ts'
import type { CategoryId, ExpenseId, UserId } from '../events/ids.ts'
import type { UserEvent } from '../events/user.ts'
import { userStream } from '../events/user.ts'
import { evolve as evolveCategory, noCategory, type Category } from './category.ts'
import { evolve as evolveExpense, noExpense, type Expense } from './expense.ts'
import { foldOne, nothingYet, type Folded } from './folded.ts'
import { evolve as evolveUser, noUser, type User } from './user.ts'

/** How the streams of one kind are named and folded. */
export type Kind<S, E extends LedgerEvent, Id extends string> = {
  stream: (id: Id) => Stream
  initial: S
  evolve: (state: S, event: E) => S
}

export const users: Kind<User, UserEvent, UserId> = { stream: userStream, initial: noUser, evolve: evolveUser }
export const categories: Kind<Category, CategoryEvent, CategoryId> = {
  stream: categoryStream,
  initial: noCategory,
  evolve: evolveCategory,
}
export const expenses: Kind<Expense, ExpenseEvent, ExpenseId> = {
  stream: expenseStream,
  initial: noExpense,
  evolve: evolveExpense,
}

/** The state that `events`, all of one stream and oldest first, lead to. */
export function fold<S, E extends LedgerEvent, Id extends string>(
  kind: Kind<S, E, Id>,
  events: readonly Recorded[],
): Folded<S> {
  // A stream holds events of its own kind only: the type of an event says its stream (`streamOf`).
  return (events as readonly Recorded<E>[]).reduce(
    (folded, step) => foldOne(kind.evolve, folded, step),
    nothingYet(kind.initial),
  )
}
