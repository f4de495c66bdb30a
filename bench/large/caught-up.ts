import type { Client } from '../serving/client.ts'

/** Milliseconds. */
const PATIENCE = 30 * 60_000

/** Resolves once a read sees the log up to `position`. Such a read waits some seconds by itself before it is refused. */
export async function caughtUp(client: Client, position: number, path = '/api/expenses'): Promise<void> {
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      await client.get(`${path}?limit=1`, { 'ledger-position': String(position) })
      return
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}
