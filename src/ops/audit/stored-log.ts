import type { Pool, RowDataPacket } from 'mysql2/promise'
import { sqlTimeToInstant } from '../../events/log/instants.ts'
import type { StoredNode } from '../../events/log/merkle/edge.ts'

/** Each is about half a kilobyte. */
const PAGE = 2_000

/** An event as a line of the audit export, put together by the database: nothing of it is changed on the way. */
const line = `concat(
  '{"actorId":', if(actor_id is null, 'null', concat('"', actor_id, '"')),
  ',"commandId":"', command_id, '","commandIndex":', command_index, ',"data":', data,
  ',"hash":"', lower(hex(hash)), '","metadata":', metadata, ',"position":', position,
  ',"recordedAt":"', date_format(recorded_at, '%Y-%m-%dT%H:%i:%s.%fZ'),
  '","stream":"', stream, '","type":"', type, '","userId":"', user_id, '","version":', version, '}')`

/** The lines of some events, without their ends of line, and the position of the last. */
export type Page = { lines: Buffer[]; last: number }

/** The events up to position `upTo`, in order. The next ones are read while the caller is busy with these. */
export async function* storedPages(pool: Pool, upTo: number): AsyncGenerator<Page> {
  // Nothing belongs at position 0, where nobody who follows the log would ever see it.
  let ahead = readPage(pool, 0, upTo)
  for (;;) {
    const page = await ahead
    if (page.lines.length === 0) return
    ahead = readPage(pool, page.last + 1, upTo)
    // Whoever stops here never asks how that went.
    ahead.catch(() => undefined)
    yield page
  }
}

async function readPage(pool: Pool, from: number, upTo: number): Promise<Page> {
  const sql = `select ${line}, position from events where position >= ? and position <= ? order by position limit ${PAGE}`
  const [found] = await pool.query<RowDataPacket[][]>({ sql, values: [from, upTo], rowsAsArray: true })
  const rows = found as unknown as [line: Buffer | null, position: string | number][]
  return { lines: rows.map(([text]) => text ?? Buffer.alloc(0)), last: Number(rows.at(-1)?.[1]) }
}

/** What says where the log ends, as of one moment. */
export async function readEnds(pool: Pool) {
  const [rows] = await pool.query<RowDataPacket[]>(
    `select position, recorded_at, frontier, (select max(position) from events) as last,
       (select max(position) from signed_checkpoints) as signed from log_head where id = 1`,
  )
  const [row] = rows
  return (
    row && {
      position: Number(row.position),
      recordedAt: sqlTimeToInstant(row.recorded_at as string),
      frontier: row.frontier as Buffer,
      last: Number(row.last ?? 0),
      signed: Number(row.signed ?? 0),
    }
  )
}

export type Ends = NonNullable<Awaited<ReturnType<typeof readEnds>>>

export type SignedRow = { position: number; note: string; verifierKey: string }

/** What was signed of more than `after` events and of no more than `upTo`, in that order. */
export async function readSigned(pool: Pool, after: number, upTo: number): Promise<SignedRow[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `select position, note, verifier_key as verifierKey from signed_checkpoints where position > ? and position <= ? order by position`,
    [after, upTo],
  )
  return (rows as SignedRow[]).map((row) => ({ ...row, position: Number(row.position) }))
}

/** The hashes that were kept of `nodes`, by level and place. */
export async function readNodes(pool: Pool, nodes: readonly StoredNode[]): Promise<ReadonlyMap<string, Buffer>> {
  if (nodes.length === 0) return new Map()
  const places = nodes.map(({ level, index }) => [level, index])
  const [rows] = await pool.query<RowDataPacket[]>(
    'select level, place, hash from tree_nodes where (level, place) in (?)',
    [places],
  )
  return new Map(rows.map(({ level, place, hash }) => [`${level} ${place}`, hash as Buffer]))
}
