import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { lookAtCluster, waitForLease, type Lease } from './lease.ts'

/** Seconds that somebody waits who finds another one migrating: with a long log that takes minutes. */
const PATIENCE = 3_600

const ROW = { table: 'schema_migrations', row: 'number = 0', holder: 'name', free: 'lock', seen: 'applied_at' }

/** Waits until nobody else migrates, by way of any node of a cluster. DDL commits by itself, so `connection` is for this alone. */
export async function takeTurn(connection: Connection): Promise<Lease> {
  const [[cluster]] = await connection.query<RowDataPacket[]>(lookAtCluster)
  if (cluster?.Value !== 'ON') return lock(connection)
  return waitForLease(async (sql, values) => {
    const [{ affectedRows }] = await connection.query<ResultSetHeader>(sql, [...values])
    return affectedRows
  }, ROW)
}

/** On a server of its own a locked row, which is free at once when its holder dies. */
async function lock(connection: Connection): Promise<Lease> {
  await connection.query(`set session innodb_lock_wait_timeout = ${PATIENCE}`)
  await connection.query('start transaction')
  await connection.query('select number from schema_migrations where number = 0 for update')
  return {
    check: async () => void (await connection.query('select 1')),
    end: async () => void (await connection.query('commit').catch(() => undefined)),
  }
}
