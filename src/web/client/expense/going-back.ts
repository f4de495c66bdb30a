import type { Expense } from '../../api.ts'
import type { ExpenseChanges } from '../expenses/expense-changes.ts'
import type { Format } from '../format.ts'
import { messages } from '../messages.ts'
import type { Server } from '../server.ts'

type Parts = {
  server: Pick<Server, 'revertExpense'>
  format: Pick<Format, 'money'>
  changes: Pick<ExpenseChanges, 'attempt' | 'done'>
}

/** Gives expenses back what they were at an earlier version; going back can be taken back as any other change can. */
export function openGoingBack({ server, format, changes: { attempt, done } }: Parts) {
  async function goBack(expense: Expense, version: number, isBack = false): Promise<void> {
    const after = await server.revertExpense(expense, { version })
    const text = messages.expense.wentBack(after.description, format.money(after.amount, after.currency), after.deleted)
    done(text, () => goBack(after, expense.version, !isBack), isBack)
  }
  return (expense: Expense, version: number) => attempt(() => goBack(expense, version))
}
