import type { Ledger } from '../ledger.ts'

/** One of the questions that can be asked of the ledger, and of which position it is asked. */
export type AsOfQuestion = {
  [Q in keyof Ledger]: { asOf: number; query: Q; args: Parameters<Ledger[Q]> }
}[keyof Ledger]

/** What `ledger` answers: all at once, or some expenses at a time. */
export async function* answersOf(ledger: Ledger, { query, args }: AsOfQuestion): AsyncGenerator<unknown> {
  // A query and its arguments belong together, which a look-up by a variable cannot express.
  const queries = ledger as Record<keyof Ledger, (...args: unknown[]) => Promise<unknown> | AsyncIterable<unknown>>
  const answer = queries[query](...args)
  if (Symbol.asyncIterator in answer) yield* answer
  else yield await answer
}
