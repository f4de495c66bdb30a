import type { Ledger } from '../ledger.ts'
import type { AsOfQuestion } from './question.ts'

/** Asks a thread, which answers piece by piece. */
type Ask = (question: AsOfQuestion) => AsyncGenerator<unknown>
type Single = Exclude<keyof Ledger, 'everyExpense'>

/** The ledger as it was at `position`, which the log has reached: every answer is replayed from the log, by `ask`. */
export function ledgerAsOf(ask: Ask, position: number): Ledger {
  function one<Q extends Single>(query: Q): Ledger[Q] {
    const answer = async (...args: unknown[]): Promise<unknown> => {
      for await (const piece of ask({ asOf: position, query, args } as AsOfQuestion)) return piece
      throw new Error(`Nothing was answered to ${query}`)
    }
    return answer as Ledger[Q]
  }
  return {
    userById: one('userById'),
    listUsers: one('listUsers'),
    totalsOfUser: one('totalsOfUser'),
    categoryById: one('categoryById'),
    listCategories: one('listCategories'),
    expenseById: one('expenseById'),
    listExpenses: one('listExpenses'),
    totalsOfExpenses: one('totalsOfExpenses'),
    everyExpense: (...args) =>
      ask({ asOf: position, query: 'everyExpense', args }) as ReturnType<Ledger['everyExpense']>,
  }
}
