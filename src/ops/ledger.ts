import { openHandle, type Handle } from '../commands/handle.ts'
import { openPool } from '../events/log/connect.ts'
import type { Batch } from '../events/log/committer.ts'
import { openLog, type Log } from '../events/log/log.ts'
import { openProjections, type Projections } from '../projections/projections.ts'
import { isTakenBack } from '../projections/tables/database.ts'
import type { Pool } from 'mysql2/promise'

/** The ledger without its web: what commands, projections and the command line stand on. */
export type Ledger = {
  pool: Pool
  log: Log
  handle: Handle
  projections: Projections
  close: () => Promise<void>
}

type Listeners = {
  /** Hears of each projection that stopped. */
  onError?: (error: unknown) => void
  /** Hears of each fault that ended the thread for reports. */
  onReportsEnded?: (error: unknown) => void
  /** Hears of each commit of the log's writer. */
  onBatch?: (batch: Batch) => void
}

/** How often it is tried where several make the same things for the first time. */
const TRIES = 10

/**
 * Opens the ledger in the migrated database at `url`. What is missing is made, perhaps by way of several nodes of a cluster at once:
 * who is taken back there opens it anew.
 */
export async function openLedger(url: string, listeners: Listeners = {}): Promise<Ledger> {
  for (let tries = 1; ; tries++) {
    const pool = openPool(url)
    try {
      return await openOn(pool, url, listeners)
    } catch (error) {
      await pool.end()
      if (tries === TRIES || !isTakenBack(error)) throw error
    }
  }
}

async function openOn(pool: Pool, url: string, { onBatch, ...listeners }: Listeners): Promise<Ledger> {
  const log = await openLog({ url, pool, onBatch })
  const projections = await openProjections({ url, log, ...listeners })
  async function close(): Promise<void> {
    await log.close()
    await projections.close()
    await pool.end()
  }
  return { pool, log, handle: openHandle(log), projections, close }
}
