import type { ExecutionContext } from 'ava'
import type { RowDataPacket } from 'mysql2/promise'
import { openPool } from '../../../src/events/log/connect.ts'
import { openLog, type Log } from '../../../src/events/log/log.ts'
import { migrate } from '../../../src/events/log/migrate.ts'
import type { Upcasts } from '../../../src/events/log/upcasts.ts'
import { freshDatabase } from '../../database.ts'

export type FreshLog = Awaited<ReturnType<typeof freshLog>>

/**
 * A log of its own for a test. `another` opens it once more, as a further process would: with its own writer and its own
 * memory, and as another release where it lifts old shapes by `upcasts` of its own. `rows` asks the database itself.
 */
export async function freshLog(t: ExecutionContext) {
  const url = await freshDatabase()
  await migrate(url)
  const pool = openPool(url, 4)
  const readers = new Set<number | null>()
  pool.pool.on('connection', ({ threadId }) => readers.add(threadId))
  const logs: Log[] = []

  async function another(upcasts?: Upcasts): Promise<Log> {
    const log = await openLog({ url, pool, upcasts })
    logs.push(log)
    return log
  }

  async function rows<R = RowDataPacket>(sql: string, values: unknown[] = []): Promise<R[]> {
    const [found] = await pool.query<RowDataPacket[]>(sql, values)
    return found as R[]
  }

  /** Ends the connections of all writers, as a network that breaks does. Resolves to how many there were. */
  async function cutWriters(): Promise<number> {
    const mine = 'select id from information_schema.processlist where db = database() and command <> "Killed"'
    const ids = (await rows<{ id: number }>(mine)).map(({ id }) => id).filter((id) => !readers.has(id))
    for (const id of ids) await pool.query(`kill ${id}`).catch(() => undefined)
    return ids.length
  }

  t.teardown(async () => {
    await Promise.all(logs.map((log) => log.close()))
    await pool.end()
  })
  return { url, pool, log: await another(), another, rows, cutWriters }
}
