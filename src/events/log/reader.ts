import type { Pool, RowDataPacket } from 'mysql2/promise'
import { Metadata, type EventType, type LedgerEvent, type Recorded, type Stream } from '../event.ts'
import type { UserId } from '../ids.ts'
import type { Claim, Remembered } from './append.ts'
import { fromSqlTime, sqlTimeToInstant, type Micros } from './instants.ts'
import type { Keys } from './keys.ts'
import { fromStored } from './stored-events.ts'

/** The events of a stream, oldest first, and the position of the head when it was read. */
export type Slice = { events: Recorded[]; version: number; seenAt: number }

export type Filter = { types?: readonly EventType[]; userId?: UserId; upTo?: number; unsealed?: boolean }

const COLUMNS = `e.position, cast(e.stream as char) as stream, e.version, cast(e.type as char) as type,
  cast(e.user_id as char) as userId, cast(e.command_id as char) as commandId, e.command_index as commandIndex,
  cast(e.actor_id as char) as actorId, e.recorded_at as recordedAt, e.data, e.metadata, hex(e.hash) as hash`

export function openReader(pool: Pool, keys: Keys) {
  /** Each of `streams` as of one moment, the head with it; `upTo` leaves later positions out. */
  async function readStreams(streams: readonly Stream[], upTo = Number.MAX_SAFE_INTEGER): Promise<Map<Stream, Slice>> {
    if (streams.length === 0) return new Map()
    // One statement sees one moment. The head's row comes back even if none of the streams exists.
    const [rows] = await pool.query<RowDataPacket[]>(
      `select h.position as head, ${COLUMNS} from log_head h left join events e
       on e.stream in (?) and e.position <= ? where h.id = 1 order by e.position`,
      [streams, upTo],
    )
    const seenAt = Number(rows[0]?.head)
    const events = await open(rows.filter((row) => row.position !== null))
    return new Map(
      streams.map((stream) => {
        const own = events.filter((event) => event.stream === stream)
        return [stream, { events: own, version: own.length, seenAt }]
      }),
    )
  }

  /** The events of `stream` after version `after`, oldest first. */
  async function readStream(stream: Stream, after = 0): Promise<Recorded[]> {
    const sql = `select ${COLUMNS} from events e where e.stream = ? and e.version > ? order by e.version`
    const [rows] = await pool.query<RowDataPacket[]>(sql, [stream, after])
    return open(rows)
  }

  /** At most `limit` events after `position`, in the order of the log. `unsealed: false` leaves personal text sealed. */
  async function readAfter(position: number, limit: number, filter: Filter = {}): Promise<Recorded[]> {
    const { types, userId, upTo = Number.MAX_SAFE_INTEGER, unsealed = true } = filter
    if (types?.length === 0) return []
    const conditions = ['e.position > ?', 'e.position <= ?']
    const values: unknown[] = [position, upTo]
    const filters: [string, unknown][] = [
      ['e.type in (?)', types],
      ['e.user_id = ?', userId],
    ]
    for (const [condition, value] of filters) {
      if (value === undefined) continue
      conditions.push(condition)
      values.push(value)
    }
    const sql = `select ${COLUMNS} from events e where ${conditions.join(' and ')} order by e.position limit ?`
    const [rows] = await pool.query<RowDataPacket[]>(sql, [...values, limit])
    return open(rows, unsealed)
  }

  async function head(): Promise<{ position: number; recordedAt: Micros }> {
    const [rows] = await pool.query<RowDataPacket[]>('select position, recorded_at from log_head where id = 1')
    return { position: Number(rows[0]?.position), recordedAt: fromSqlTime(rows[0]?.recorded_at as string) }
  }

  /** Which stream holds `claim`, if any. */
  async function holder(claim: Claim): Promise<{ stream: Stream | null; seenAt: number }> {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select h.position as head, cast(c.stream as char) as stream from log_head h
       left join claims c on c.kind = ? and c.value = ? where h.id = 1`,
      [claim.kind, keys.claimValue(claim)],
    )
    return { stream: (rows[0]?.stream ?? null) as Stream | null, seenAt: Number(rows[0]?.head) }
  }

  /** Whether another claim of this kind is held. */
  async function others(claim: Claim): Promise<{ remain: boolean; seenAt: number }> {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select h.position as head, exists (select 1 from claims c where c.kind = ? and c.value <> ?) as remain
       from log_head h where h.id = 1`,
      [claim.kind, keys.claimValue(claim)],
    )
    return { remain: Number(rows[0]?.remain) === 1, seenAt: Number(rows[0]?.head) }
  }

  /** What is kept of the command that `userId` sent with idempotency key `key`. */
  async function remembered(userId: UserId, key: string): Promise<Remembered | undefined> {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select request, outcome, cast(stream as char) as stream, version, position from commands
       where user_id = ? and idempotency_key = ?`,
      [userId, Buffer.from(key)],
    )
    const row = rows[0]
    return row && ({ ...row, position: Number(row.position) } as Remembered)
  }

  async function open(rows: RowDataPacket[], unsealed = true): Promise<Recorded[]> {
    const secrets = unsealed ? await keys.of(rows.map((row) => row.userId as string)) : undefined
    return rows.map((row) => toRecorded(row, secrets?.get(row.userId as string)))
  }

  return { readStreams, readStream, readAfter, head, holder, others, remembered }
}

function toRecorded(row: RowDataPacket, key: Uint8Array | undefined): Recorded {
  const { schema = 1, ...metadata } = JSON.parse(row.metadata as string) as { schema?: number }
  return {
    position: Number(row.position),
    stream: row.stream as Stream,
    version: row.version as number,
    recordedAt: sqlTimeToInstant(row.recordedAt as string),
    actorId: row.actorId as UserId | null,
    commandId: row.commandId as string,
    commandIndex: row.commandIndex as number,
    metadata: Metadata.parse(metadata),
    hash: (row.hash as string).toLowerCase(),
    event: fromStored(row as unknown as StoredRow, schema, key) satisfies LedgerEvent,
  }
}

type StoredRow = { type: string; stream: string; userId: string; data: string }
