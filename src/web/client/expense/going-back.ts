import type { Expense } from '../../api.ts'
import type { Format } from '../format.ts'
import type { Toasts } from '../frame/toasts.ts'
import { errorsOf } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'

type Parts = {
  server: Pick<Server, 'revertExpense'>
  toasts: Pick<Toasts, 'say'>
  format: Pick<Format, 'money'>
}

/** Gives expenses back what they were at an earlier version; going back can be taken back too. */
export function openGoingBack({ server, toasts, format }: Parts) {
  async function goBack(expense: Expense, version: number): Promise<void> {
    const words = messages.expense
    try {
      const after = await server.revertExpense(expense, { version })
      const text = words.wentBack(after.description, format.money(after.amount, after.currency), after.deleted)
      toasts.say(text, { label: messages.toasts.undo, run: () => void goBack(after, expense.version) })
    } catch (error) {
      const stale = error instanceof Refused && error.problem.status === 412
      toasts.say(stale ? words.changedMeanwhile : (errorsOf(error)[0]?.message ?? ''))
    }
  }
  return goBack
}
