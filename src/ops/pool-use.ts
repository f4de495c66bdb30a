import type { Pool } from 'mysql2/promise'
import type { PoolUse } from '../web/server/metrics/metrics.ts'

/** How `pool` is used just now. The driver has it in fields that its types do not show. */
export function useOf(pool: Pool): PoolUse {
  const { _allConnections, _freeConnections, _connectionQueue } = pool.pool as unknown as Queues
  const free = _freeConnections.length
  return { used: _allConnections.length - free, free, waiting: _connectionQueue.length }
}

type Queues = Record<'_allConnections' | '_freeConnections' | '_connectionQueue', { length: number }>
