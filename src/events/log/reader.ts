import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { EventType, Recorded, Stream } from '../event.ts'
import type { UserId } from '../ids.ts'
import type { Claim, Remembered } from './append.ts'
import { allColumns, lineOf, lineReader, selectList, type Column, type EventRow, type Told } from './event-rows.ts'
import { fromSqlTime, type Micros } from './instants.ts'
import type { Keys } from './keys.ts'
import type { Upcasts } from './upcasts.ts'

export type { Column, Told } from './event-rows.ts'

/** The events of a stream, oldest first, and the position of the head when it was read. */
export type Slice = { events: Recorded[]; version: number; seenAt: number }

/** `unsealed: false` leaves personal text sealed, which saves most of the work; `columns` are all unless said. */
export type Filter<C extends Column = Column> = {
  types?: readonly EventType[]
  userId?: UserId
  upTo?: number
  unsealed?: boolean
  columns?: readonly C[]
}

export function openReader(pool: Pool, keys: Keys, upcasts?: Upcasts) {
  /** Each of `streams` as of one moment, the head with it; `upTo` leaves later positions out. */
  async function readStreams(streams: readonly Stream[], upTo = Number.MAX_SAFE_INTEGER): Promise<Map<Stream, Slice>> {
    if (streams.length === 0) return new Map()
    // One statement sees one moment. The head's row comes back even if none of the streams exists.
    const rows = await select(
      `select ${selectList(allColumns)}, h.position from log_head h left join events e
       on e.stream in (?) and e.position <= ? where h.id = 1 order by e.position`,
      [streams, upTo],
    )
    const seenAt = Number(rows[0]?.[2])
    const events = await open(
      rows.filter(([line]) => line !== null),
      allColumns,
    )
    return new Map(
      streams.map((stream) => {
        const own = events.filter((event) => event.stream === stream)
        return [stream, { events: own, version: own.length, seenAt }]
      }),
    )
  }

  /** The events of `stream` after version `after`, oldest first. */
  async function readStream(stream: Stream, after = 0): Promise<Recorded[]> {
    const sql = `select ${selectList(allColumns)} from events e where e.stream = ? and e.version > ? order by e.version`
    return open(await select(sql, [stream, after]), allColumns)
  }

  /** At most `limit` events after `position`, in the order of the log, with the columns that are asked for. */
  async function readAfter<C extends Column = Column>(
    position: number,
    limit: number,
    filter: Filter<C> = {},
  ): Promise<Told<C>[]> {
    const { types, userId, upTo = Number.MAX_SAFE_INTEGER, unsealed = true } = filter
    const columns = filter.columns ?? (allColumns as readonly C[])
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
    const where = conditions.join(' and ')
    const sql = `select ${selectList(columns)} from events e where ${where} order by e.position limit ?`
    return open(await select(sql, [...values, limit]), columns, unsealed)
  }

  async function head(): Promise<{ position: number; recordedAt: Micros }> {
    const [rows] = await pool.query<RowDataPacket[]>('select position, recorded_at from log_head where id = 1')
    return { position: Number(rows[0]?.position), recordedAt: fromSqlTime(rows[0]?.recorded_at as string) }
  }

  /** How many events of each type there are after position `after`, up to and including `upTo`. Reads them all. */
  async function countByType(after: number, upTo: number): Promise<Map<EventType, number>> {
    const sql = `select cast(type as char) as type, count(*) as count from events
      where position > ? and position <= ? group by type`
    const [rows] = await pool.query<RowDataPacket[]>(sql, [after, upTo])
    return new Map(rows.map(({ type, count }) => [type as EventType, Number(count)]))
  }

  /** The position of the head and that of the last event, as of one moment: the same, or something is wrong. */
  async function ends(): Promise<{ head: number; last: number }> {
    const sql = 'select position as head, (select max(position) from events) as last from log_head where id = 1'
    const [rows] = await pool.query<RowDataPacket[]>(sql)
    return { head: Number(rows[0]?.head), last: Number(rows[0]?.last ?? 0) }
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

  async function select(sql: string, values: unknown[]): Promise<EventRow[]> {
    const [rows] = await pool.query<RowDataPacket[][]>({ sql, values, rowsAsArray: true })
    return rows as unknown as EventRow[]
  }

  async function open<C extends Column>(rows: EventRow[], columns: readonly C[], unsealed = true): Promise<Told<C>[]> {
    const read = lineReader(columns, upcasts)
    const lines = rows.map(lineOf)
    const secrets = unsealed ? await keys.of(lines.map(({ cells }) => cells[2])) : undefined
    return lines.map((line) => read(line, secrets?.get(line.cells[2])))
  }

  return { readStreams, readStream, readAfter, head, ends, countByType, holder, others, remembered }
}
