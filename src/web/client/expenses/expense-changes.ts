import { signal } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import type { Format } from '../format.ts'
import type { Toasts } from '../frame/toasts.ts'
import { changedFields, fields as allFields, valuesOf, type Field } from '../entry/merge.ts'
import { messages } from '../messages.ts'
import type { Server } from '../server.ts'
import { isStale, openAttempt } from './attempt.ts'
import { openUndo } from './undo.ts'

type Parts = {
  server: Pick<Server, 'expense' | 'addExpense' | 'changeExpense' | 'deleteExpense' | 'restoreExpense'>
  toasts: Pick<Toasts, 'say'>
  format: Format
  /** Shows what is true, after a change that was refused. */
  lookAgain: () => void
}

type Change = Partial<Record<Field | 'categoryId', string>>

export type ExpenseChanges = ReturnType<typeof openExpenseChanges>

/**
 * Changes of expenses. Each is followed by a toast that can take it back; what takes something back (`isBack`) is not itself a
 * step that the next undoing would take back.
 */
export function openExpenseChanges({ server, toasts, format, lookAgain }: Parts) {
  const said = messages.toasts
  const undo = openUndo()
  const attempt = openAttempt({ toasts, lookAgain })
  /** The one that was added, changed or brought back last. */
  const latest = signal<ExpenseId>()

  /** Tells of it, and how it is taken back. */
  function done(text: string, takeBack: () => Promise<unknown>, isBack = false) {
    const { take, isTaken } = isBack ? { take: takeBack } : undo.add(takeBack)
    toasts.say(text, { label: said.undo, run: () => void attempt(take), isSpent: isTaken })
  }
  const named = (expense: Expense) => ({
    what: expense.description,
    money: format.money(expense.amount, expense.currency),
    category: expense.category,
    day: format.day(expense.date),
  })

  /** Takes back from the version that was `left`, or from a newer one that is still the same in `fields`. */
  async function from(left: Expense, fields: readonly Field[], work: (seen: Expense) => Promise<Expense>) {
    try {
      await work(left)
    } catch (error) {
      if (!isStale(error)) throw error
      const newest = await server.expense(left.id)
      const differs = changedFields(valuesOf(left), valuesOf(newest)).some((field) => fields.includes(field))
      if (differs || newest.deleted !== left.deleted) throw error
      await work(newest)
    }
  }

  async function change(before: Expense, body: Change, isBack = false): Promise<Expense> {
    const after = await server.changeExpense(before, body)
    const fields = changedFields(valuesOf(before), valuesOf(after))
    if (fields.length === 0) return after
    latest.value = after.id
    const back = (seen: Expense) => change(seen, valuesBefore(before, fields), !isBack)
    done(said.changed(fields, named(after)), () => from(after, fields, back), isBack)
    return after
  }
  async function remove(expense: Expense, isBack = false): Promise<Expense> {
    const deleted = await server.deleteExpense(expense)
    done(said.deleted(named(deleted)), () => from(deleted, [], (seen) => restore(seen, !isBack)), isBack)
    return deleted
  }
  async function restore(expense: Expense, isBack = false): Promise<Expense> {
    const restored = await server.restoreExpense(expense)
    latest.value = restored.id
    done(said.restored(named(restored)), () => from(restored, allFields, (seen) => remove(seen, !isBack)), isBack)
    return restored
  }

  return {
    latest,
    attempt,
    done,
    async add(body: Parameters<Server['addExpense']>[0]): Promise<Expense> {
      const added = await server.addExpense(body)
      latest.value = added.id
      done(said.added(named(added)), () => from(added, allFields, (seen) => remove(seen, true)))
      return added
    },
    change,
    remove: (expense: Expense) => attempt(() => remove(expense)),
    restore: (expense: Expense) => attempt(() => restore(expense)),
    /** Takes back what this page did last. */
    async undo() {
      const step = undo.last()
      if (step) await attempt(step.take)
      else toasts.say(said.nothingToUndo)
    },
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
