import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { Recorded } from '../../src/events/event.ts'
import { openPool } from '../../src/events/log/connect.ts'
import { instantToSqlTime, sqlTimeToInstant } from '../../src/events/log/instants.ts'
import { openLog, type Log } from '../../src/events/log/log.ts'
import { migrate } from '../../src/events/log/migrate.ts'
import { openProjections, projectionNames, type Projections } from '../../src/projections/projections.ts'
import type { StoredLedger } from './files.ts'

/** Milliseconds that no projection needs for a log this small. */
const PATIENCE = 30_000

export type GoldenLedger = { pool: Pool; log: Log; projections: Projections; close: () => Promise<void> }

/** Opens the ledger in the empty database at `url` in which `stored` is put first, as if a release long ago had left it. */
export async function openGolden(url: string, stored: StoredLedger): Promise<GoldenLedger> {
  await migrate(url)
  const pool = openPool(url, 4)
  await put(pool, stored)
  const log = await openLog({ url, pool })
  const projections = await openProjections({ url, log })
  projections.follow()
  async function close(): Promise<void> {
    await projections.close()
    await log.close()
    await pool.end()
  }
  return { pool, log, projections, close }
}

async function put(pool: Pool, { keys, events }: StoredLedger): Promise<void> {
  const secrets = Object.entries(keys).map(([owner, secret]) => [owner, Buffer.from(secret, 'hex')])
  if (secrets.length > 0) await pool.query('insert into `keys` (owner, secret) values ?', [secrets])
  const last = events.at(-1)
  if (!last) return
  await pool.query(
    `insert into events (position, stream, version, type, user_id, command_id, command_index, actor_id, recorded_at,
       data, metadata, hash) values ?`,
    [
      events.map((event) => [
        ...[event.position, event.stream, event.version, event.type, event.userId],
        ...[event.commandId, event.commandIndex, event.actorId, instantToSqlTime(event.recordedAt)],
        ...[event.data, event.metadata, Buffer.from(event.hash, 'hex')],
      ]),
    ],
  )
  const head = [last.position, instantToSqlTime(last.recordedAt)]
  await pool.query('update log_head set position = ?, recorded_at = ? where id = 1', head)
}

/** Every event in today's shape. */
export function openedOf({ log }: GoldenLedger): Promise<Recorded[]> {
  return log.readAfter(0, 1_000)
}

/** The rows of each projection, as plain cells. */
export async function projectionsOf({ pool, log, projections }: GoldenLedger) {
  await projections.reached((await log.head()).position, projectionNames, PATIENCE)
  const tables: { [name: string]: RowDataPacket[] } = {}
  for (const name of projectionNames) {
    const [rows] = await pool.query<RowDataPacket[]>(`select * from ${name} order by 1, 2`)
    tables[name] = rows
  }
  return tables
}

/** The events as they are stored. */
export async function storedOf({ pool }: GoldenLedger): Promise<StoredLedger['events']> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `select position, cast(stream as char) as stream, version, cast(type as char) as type,
       cast(user_id as char) as userId, cast(command_id as char) as commandId, command_index as commandIndex,
       cast(actor_id as char) as actorId, recorded_at as recordedAt, data, metadata, lower(hex(hash)) as hash
     from events order by position`,
  )
  const events = rows as (StoredLedger['events'][number] & { recordedAt: string })[]
  return events.map((event) => ({ ...event, recordedAt: sqlTimeToInstant(event.recordedAt) }))
}
