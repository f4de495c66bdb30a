import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '../../events/log/connect.ts'
import { verifyLog } from './verify-log.ts'
import type { Order } from './verify-aside.ts'

// The thread in which a serving process verifies its log: see verify-aside.ts.

/** One for the next page, one for what is compared with this one. */
const CONNECTIONS = 2

const { url, verifierKey } = workerData as Order
const pool = openPool(url, CONNECTIONS)
try {
  parentPort?.postMessage(await verifyLog(pool, { verifierKey, gently: true }))
} finally {
  await pool.end()
}
