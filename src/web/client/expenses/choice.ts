import type { Expense } from '../../api.ts'
import type { Which } from './bulk-changes.ts'
import type { Filter } from './filter.ts'

/** What can be done something with at once, and how the server is told which they are. */
type Part = { which: Which; count: number }
/** What is chosen: some, or all `count` that `matching` matches. */
type Chosen = { isAll: boolean; count: number; some: readonly Expense[]; matching: NonNullable<Which['filter']> }

/** What of the chosen can be changed or deleted, and what restored. */
export function choiceOf(
  { isAll, count, some, matching }: Chosen,
  deleted: Filter['deleted'],
): { change: Part; restore: Part } {
  const none: Part = { which: { ids: [] }, count: 0 }
  const all: Part = { which: { filter: matching }, count }
  if (isAll) return deleted === 'true' ? { change: none, restore: all } : { change: all, restore: none }
  return {
    change: partOf(some.filter((expense) => !expense.deleted)),
    restore: partOf(some.filter((expense) => expense.deleted)),
  }
}

function partOf(expenses: readonly Expense[]): Part {
  return { which: { ids: expenses.map(({ id }) => id) }, count: expenses.length }
}
