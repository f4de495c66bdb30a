import type { ExpenseFacts } from '../../events/expense.ts'
import type { ExpenseId, UserId } from '../../events/ids.ts'
import { factsAfter } from './facts.ts'
import type { Counted, Told } from './replay.ts'

/** How an expense stands, as far as sums and lists need to know. `position` is that of its recording, by which lists go on (as-of/). */
export type Standing = ExpenseFacts & { id: ExpenseId; userId: UserId; position: number; deleted: boolean }

/** Every expense as the events leave it, in the order they were recorded, and whose are hidden because their user is deleted. */
export function openStandings() {
  const expenses = new Map<ExpenseId, Standing>()
  const hidden = new Set<UserId>()

  function take({ event, position }: Told): void {
    if (event.type === 'UserDeleted') hidden.add(event.userId)
    else if (event.type === 'UserRestored') hidden.delete(event.userId)
    else expenses.set(event.expenseId, after(expenses.get(event.expenseId), event, position))
  }

  return { expenses, hidden, take }
}

function after(before: Standing | undefined, event: Exclude<Counted, { type: `User${string}` }>, position: number) {
  if (event.type === 'ExpenseRecorded') {
    const { expenseId: id, userId, categoryId, date, amount, currency } = event
    return { id, userId, position, categoryId, date, amount, currency, deleted: false }
  }
  if (!before) throw new Error(`${event.type} at ${position} is about an expense that was never recorded`)
  if (event.type === 'ExpenseAmended') return { ...before, ...factsAfter(event) }
  return { ...before, deleted: event.type === 'ExpenseDeleted' }
}

/** By the date they were spent on: a sort that leaves those of one day as they were recorded. */
export function byDate(one: Pick<Standing, 'date'>, other: Pick<Standing, 'date'>): number {
  return one.date === other.date ? 0 : one.date < other.date ? -1 : 1
}
