import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '../../events/log/connect.ts'
import { openLog } from '../../events/log/log.ts'
import type { Order, Outcome, Said } from './aside.ts'
import { isPassing } from '../tables/database.ts'
import { openProjections } from '../projections.ts'
import { Busy } from './turn.ts'

// The thread in which a serving process rebuilds: see aside.ts.

/** The log is read a window at a time. */
const CONNECTIONS = 4

const { url, name } = workerData as Order
const say = (said: Said) => parentPort?.postMessage(said)

async function rebuild(): Promise<Outcome> {
  const pool = openPool(url, CONNECTIONS)
  try {
    const log = await openLog({ url, pool })
    const projections = await openProjections({ url, log })
    try {
      await projections.rebuild(name, { gently: true, onBegun: () => say({ kind: 'begun' }) })
    } finally {
      await projections.close()
      await log.close()
    }
  } catch (error) {
    if (error instanceof Busy) return { kind: 'busy' }
    return { kind: 'failed', message: String(error instanceof Error ? error.message : error), passes: isPassing(error) }
  } finally {
    await pool.end()
  }
  return { kind: 'done' }
}

say(await rebuild())
