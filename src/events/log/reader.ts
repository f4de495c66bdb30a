import type { Pool, RowDataPacket } from 'mysql2/promise'
import type { EventType, Recorded, Stream } from '../event.ts'
import type { UserId } from '../ids.ts'
import type { Claim, Remembered } from './append.ts'
import {
  allColumns,
  lineOf,
  lineReader,
  selectList,
  type Column,
  type EventRow,
  type Line,
  type Told,
} from './event-rows.ts'
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

/** What a statement found: the head and the erasures before it, and the events up to that head. */
type Selected = { head: number; erasures: number; lines: Line[] }

/**
 * Asked first, in a statement of its own: what others then find is complete up to there. MariaDB collects the transactions that
 * a statement must not see one by one while they go on, so a statement may see a commit and miss the one before it; but never
 * one that was over when it began. See docs/log.md.
 */
const HEAD = 'select position as head from log_head where id = 1'
/** The same, and how many people had been erased by then: keys that are kept in mind may be of before. */
const HEAD_AND_ERASURES = 'select position, coalesce((select max(number) from erasures), 0) from log_head where id = 1'

/** `pool` is one of `openPool`. */
export function openReader(pool: Pool, keys: Keys, upcasts?: Upcasts) {
  /** Each of `streams` as of the head; `upTo` leaves later positions out. */
  async function readStreams(streams: readonly Stream[], upTo = Number.MAX_SAFE_INTEGER): Promise<Map<Stream, Slice>> {
    if (streams.length === 0) return new Map()
    // The index is named, lest the log be read from its beginning where many streams are asked for.
    const sql = `select ${selectList(allColumns)} from events e force index (stream_version)
      where e.stream in (?) and e.position <= ? order by e.position`
    const found = await select(sql, [streams, upTo])
    const seenAt = found.head
    const events = Map.groupBy(await open(found, allColumns), ({ stream }) => stream)
    return new Map(
      streams.map((stream) => {
        const own = events.get(stream) ?? []
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

  /** The events at `positions`, in the order of the log. */
  async function readAt(positions: readonly number[]): Promise<Recorded[]> {
    if (positions.length === 0) return []
    const sql = `select ${selectList(allColumns)} from events e where e.position in (?) order by e.position`
    return open(await select(sql, [positions]), allColumns)
  }

  /**
   * All that happened to the things of one kind up to position `upTo`, or to those of one user: there are few beside the expenses,
   * and the index of streams has them side by side. (It is named, lest the log be read from its beginning instead.)
   */
  async function readKind(kind: 'user' | 'category', upTo: number, userId?: UserId): Promise<Recorded[]> {
    const own = userId === undefined ? '' : ' and e.user_id = ?'
    const sql = `select ${selectList(allColumns)} from events e force index (stream_version)
      where e.stream between ? and ? and e.position <= ?${own} order by e.position`
    const values = [`${kind}-`, `${kind}-~`, upTo, ...(userId === undefined ? [] : [userId])]
    return open(await select(sql, values), allColumns)
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

  /** The position of the head and that of the last event: the same, or something is wrong. */
  async function ends(): Promise<{ head: number; last: number }> {
    const [before, newest, after] = await trip(
      `${HEAD}; select coalesce(max(position), 0) as last from events; ${HEAD}`,
    )
    const last = Number(newest?.last)
    // Whatever is appended meanwhile, the last event is not behind the head of before nor ahead of that of afterwards.
    return { head: Math.min(Math.max(last, Number(before?.head)), Number(after?.head)), last }
  }

  /** Which stream holds `claim`, if any: as of `seenAt`, or as of a moment after it. */
  async function holder(claim: Claim): Promise<{ stream: Stream | null; seenAt: number }> {
    const sql = `${HEAD}; select cast(stream as char) as stream from claims where kind = ? and value = ?`
    const [head, held] = await trip(sql, [claim.kind, keys.claimValue(claim)])
    return { stream: (held?.stream ?? null) as Stream | null, seenAt: Number(head?.head) }
  }

  /** Whether another claim of this kind is held: as of `seenAt`, or as of a moment after it. */
  async function others(claim: Claim): Promise<{ remain: boolean; seenAt: number }> {
    const sql = `${HEAD}; select exists (select 1 from claims where kind = ? and value <> ?) as remain`
    const [head, found] = await trip(sql, [claim.kind, keys.claimValue(claim)])
    return { remain: Number(found?.remain) === 1, seenAt: Number(head?.head) }
  }

  /** What is kept of the command that `userId` sent with idempotency key `key`. */
  async function remembered(userId: UserId, key: string): Promise<Remembered | undefined> {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select request, outcome, cast(command_id as char) as commandId, cast(stream as char) as stream, version, position from commands
       where user_id = ? and idempotency_key = ?`,
      [userId, Buffer.from(key)],
    )
    const row = rows[0]
    return row && ({ ...row, position: Number(row.position) } as Remembered)
  }

  /** The first row of what each of several statements finds. */
  async function trip(sql: string, values: unknown[] = []): Promise<(RowDataPacket | undefined)[]> {
    const [results] = await pool.query<RowDataPacket[][]>(sql, values)
    return results.map(([row]) => row)
  }

  /** The head, and what `sql` finds of the log up to there. */
  async function select(sql: string, values: unknown[]): Promise<Selected> {
    const asked = { sql: `${HEAD_AND_ERASURES}; ${sql}`, values, rowsAsArray: true }
    const [[heads, rows]] = (await pool.query(asked)) as unknown as [[[number, number][], EventRow[]], unknown]
    const [head, erasures] = (heads[0] ?? []).map(Number) as [number, number]
    return { head, erasures, lines: rows.map(lineOf).filter(({ cells: [position] }) => position <= head) }
  }

  async function open<C extends Column>(
    { lines, erasures }: Selected,
    columns: readonly C[],
    unsealed = true,
  ): Promise<Told<C>[]> {
    const read = lineReader(columns, upcasts)
    if (!unsealed) return lines.map((line) => read(line, 'sealed'))
    const owners = lines.map(({ cells }) => cells[2])
    const secrets = await keys.of(owners, erasures)
    return lines.map((line) => read(line, secrets.get(line.cells[2]) ?? 'erased'))
  }

  /** How many people have been erased: what was made of the log before may still hold their words. */
  async function erasures(): Promise<number> {
    const [rows] = await pool.query<RowDataPacket[]>('select coalesce(max(number), 0) as erasures from erasures')
    return Number(rows[0]?.erasures)
  }

  const reads = { readStreams, readStream, readAfter, readAt, readKind }
  return { ...reads, head, ends, erasures, countByType, holder, others, remembered }
}
