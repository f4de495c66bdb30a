import { atRate } from '../measure.ts'
import { openClient } from './client.ts'
import { newExpense } from './expense.ts'

/** Commands a second: what the ledger does with ease. How many it can do is measured elsewhere. */
const RATE = 100

export type Commanding = Awaited<ReturnType<typeof openCommanding>>

/** Somebody who records an expense every so often, whether or not the ledger has answered the one before. */
export async function openCommanding(origin: string, cookie: string) {
  const client = openClient(origin, cookie)
  const expense = await newExpense(client)
  return {
    client,
    /** Milliseconds from when each was due to its answer. */
    async round(goesOn: () => boolean): Promise<number[]> {
      const took: number[] = []
      await atRate(RATE, goesOn, async (due) => {
        await client.post('/api/expenses', expense)
        took.push(performance.now() - due)
      })
      client.close()
      return took
    },
  }
}
