import type { Client } from '../serving/client.ts'

/** Milliseconds. */
const PATIENCE = 30 * 60_000

/** What is projected for them takes long; all else is done by then. */
const PATHS = ['/api/expenses', '/api/audit']

/**
 * Resolves once reads see the log up to `position`, and nobody is busy with what came before. Such a read waits some seconds by
 * itself before it is refused.
 */
export async function caughtUp(client: Client, position: number): Promise<void> {
  for (const path of PATHS) await seen(client, position, path)
}

async function seen(client: Client, position: number, path: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      await client.get(`${path}?limit=1`, { 'ledger-position': String(position) })
      return
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}
