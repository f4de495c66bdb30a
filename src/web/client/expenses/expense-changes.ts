import { signal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import type { Format } from '../format.ts'
import type { Toasts } from '../frame/toasts.ts'
import { changedFields, valuesOf, type Field } from '../entry/merge.ts'
import { errorsOf } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'

type Parts = {
  server: Pick<Server, 'addExpense' | 'changeExpense' | 'deleteExpense' | 'restoreExpense'>
  toasts: Pick<Toasts, 'say'>
  format: Format
  /** Shows what is true, after a change that was refused. */
  lookAgain: () => void
}

type Change = Partial<Record<Field | 'categoryId', string>>

export type ExpenseChanges = ReturnType<typeof openExpenseChanges>

/** Changes of expenses. Each is followed by a toast that can take it back. */
export function openExpenseChanges({ server, toasts, format, lookAgain }: Parts) {
  const said = messages.toasts
  /** The one that was added, changed or brought back last. */
  const latest = signal<ExpenseId>()

  /** For what has no form to show an error in. */
  async function attempt(work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      const stale = error instanceof Refused && error.problem.status === 412
      toasts.say(stale ? said.changedMeanwhile : (errorsOf(error)[0]?.message ?? ''))
      lookAgain()
    }
  }
  function done(expense: Expense, text: string, undo: () => Promise<unknown>) {
    latest.value = expense.id
    toasts.say(text, { label: said.undo, run: () => void attempt(undo) })
    return expense
  }
  const named = (expense: Expense) => ({
    what: expense.description,
    money: format.money(expense.amount, expense.currency),
    category: expense.category,
    day: format.day(expense.date),
  })

  async function change(before: Expense, body: Change): Promise<Expense> {
    const after = await server.changeExpense(before, body)
    const fields = changedFields(valuesOf(before), valuesOf(after))
    if (fields.length === 0) return after
    const text = said.changed(fields, named(after))
    return done(after, text, () => change(after, valuesBefore(before, fields)))
  }
  async function remove(expense: Expense): Promise<Expense> {
    const deleted = await server.deleteExpense(expense)
    return done(deleted, said.deleted(named(deleted)), () => restore(deleted))
  }
  async function restore(expense: Expense): Promise<Expense> {
    const restored = await server.restoreExpense(expense)
    return done(restored, said.restored(named(restored)), () => remove(restored))
  }

  return {
    latest,
    async add(body: Parameters<Server['addExpense']>[0]): Promise<Expense> {
      const added = await server.addExpense(body)
      return done(added, said.added(named(added)), () => remove(added))
    },
    change,
    remove: (expense: Expense) => attempt(() => remove(expense)),
    restore: (expense: Expense) => attempt(() => restore(expense)),
  }
}

function valuesBefore(before: Expense, fields: readonly Field[]): Change {
  const change: Change = {}
  for (const field of fields) {
    if (field === 'category') change.categoryId = before.categoryId
    else change[field] = before[field]
  }
  return change
}
