import { setTimeout as pause } from 'node:timers/promises'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from '../../events/log/connect.ts'
import { tableNames } from '../../projections/projections.ts'
import { keptTables, leftOut } from '../backup/kept-tables.ts'
import { Unusable } from '../unusable.ts'

export type Target = Awaited<ReturnType<typeof openTarget>>

/** Milliseconds that those who have just let go of the database get to be gone. */
const PATIENCE = 3_000
/** What is not emptied: where the log ends is put back instead, and the other two are about the tables themselves. */
const STAYS = ['log_head', 'schema_migrations', 'restoring']

/**
 * The database that a ledger is restored into, as an account that may empty its tables. From `begin` to `end` a row says that
 * this is no ledger yet, over which nobody serves; whatever kills the restore in between, the next one begins anew.
 */
export async function openTarget(adminUrl: string) {
  const connection = await createConnection(connectionOptions(adminUrl))
  for (const setting of sessionSettings) await connection.query(setting)

  /** Throws `Unusable`, with nothing changed, unless the ledger is empty, or was left half restored, and nobody uses it. */
  async function begin(): Promise<void> {
    const wasBegun = await isHalfRestored(connection)
    if (!wasBegun) await expectEmpty(connection)
    await connection.query('insert ignore into restoring (id, begun_at) values (1, utc_timestamp(6))')
    try {
      await expectAlone(connection)
      // Whoever was there until now may have filled it.
      if (!wasBegun) await expectEmpty(connection)
    } catch (error) {
      if (!wasBegun) await end()
      throw error
    }
    await empty()
  }

  async function empty(): Promise<void> {
    await connection.query(`drop table if exists ${tableNames.join(', ')}`)
    const there = await tablesOf(connection)
    const emptied = [...Object.keys(keptTables), ...Object.keys(leftOut)].filter((table) => !STAYS.includes(table))
    for (const table of emptied) if (there.has(table)) await connection.query(`truncate table \`${table}\``)
    await connection.query(
      `update log_head set position = 0, recorded_at = '1970-01-01 00:00:00.000000', frontier = '' where id = 1`,
    )
  }

  async function end(): Promise<void> {
    await connection.query('delete from restoring')
  }

  return { connection, begin, empty, end, close: () => connection.end() }
}

/** Throws `Unusable` for a database in which a restore was cut short. */
export async function expectWhole(url: string): Promise<void> {
  const connection = await createConnection(connectionOptions(url))
  try {
    if (!(await isHalfRestored(connection))) return
    throw new Unusable('The ledger is only half restored: run restore again, or wait until it is done')
  } finally {
    await connection.end()
  }
}

async function isHalfRestored(connection: Connection): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>('select id from restoring')
  return rows.length > 0
}

async function expectEmpty(connection: Connection): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    'select greatest(position, (select coalesce(max(position), 0) from events)) as position from log_head where id = 1',
  )
  const position = Number(row?.position)
  if (position === 0) return
  throw new Unusable(`There is a ledger of ${position} events here already: restore goes into an empty one only`)
}

/** Whoever serves has the keys and the head of an empty ledger in mind. Of accounts of others one may see nothing. */
async function expectAlone(connection: Connection): Promise<void> {
  const sql = 'select id from information_schema.processlist where db = database() and id <> connection_id()'
  for (const deadline = Date.now() + PATIENCE; ; await pause(50)) {
    const [others] = await connection.query<RowDataPacket[]>(sql)
    if (others.length === 0) return
    if (Date.now() > deadline) throw new Unusable('The ledger is in use: stop whatever serves it before it is restored')
  }
}

async function tablesOf(connection: Connection): Promise<Set<string>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'select table_name as name from information_schema.tables where table_schema = database()',
  )
  return new Set(rows.map(({ name }) => name as string))
}
