import type { Pool, RowDataPacket } from 'mysql2/promise'
import { canonical } from '../../events/log/canonical.ts'
import type { Checkpoints, SignedCheckpoint } from '../../events/log/merkle/checkpoints.ts'
import { storedPages } from './stored-log.ts'

export type ExportOptions = {
  /** The keys of all whose events these are, so that whoever has the file can read the personal text in it. */
  withKeys?: boolean
}

/** `unsigned` says why the log could not be signed as it is now, and so is exported as it was signed before. */
export type LogExport = { checkpoint: SignedCheckpoint; unsigned: string | undefined; chunks: AsyncGenerator<Buffer> }

/**
 * The audit export of the log as it is now (docs/audit-format.md). Where it cannot be signed, of as much as was signed before;
 * `refused` says why there is none of that either.
 */
export async function exportLog(
  pool: Pool,
  checkpoints: Pick<Checkpoints, 'sign'>,
  options: ExportOptions = {},
): Promise<LogExport | { refused: string }> {
  const outcome = await checkpoints.sign()
  const checkpoint = 'signed' in outcome ? outcome.signed : outcome.newest
  const unsigned = 'refused' in outcome ? outcome.refused : undefined
  if (checkpoint) return { checkpoint, unsigned, chunks: chunksOf(pool, checkpoint, options) }
  return { refused: unsigned ?? 'nothing was ever signed' }
}

/** Some lines at a time, as they are stored, and no faster than they are taken. */
async function* chunksOf(
  pool: Pool,
  { position, note }: SignedCheckpoint,
  { withKeys = false }: ExportOptions,
): AsyncGenerator<Buffer> {
  if (withKeys) yield* keysUpTo(pool, position)
  for await (const { lines } of storedPages(pool, position)) yield toLines(lines)
  yield toLines([Buffer.from(canonical({ checkpoint: note }))])
}

const KEYS_AT_ONCE = 1_000

/** A line for each key. The ledger's own, which opens nothing, is not among them, nor are keys of people with no event. */
async function* keysUpTo(pool: Pool, position: number): AsyncGenerator<Buffer> {
  for (let after = ''; ;) {
    const [rows] = await pool.query<RowDataPacket[]>(
      `select cast(k.owner as char) as owner, k.secret from \`keys\` k
       where k.owner > ? and exists (select 1 from events e where e.user_id = k.owner and e.position <= ?)
       order by k.owner limit ${KEYS_AT_ONCE}`,
      [after, position],
    )
    const keys = rows as { owner: string; secret: Buffer }[]
    const last = keys.at(-1)
    if (!last) return
    after = last.owner
    yield toLines(
      keys.map(({ owner, secret }) => Buffer.from(canonical({ keys: { [owner]: secret.toString('base64') } }))),
    )
  }
}

const NEWLINE = Buffer.from('\n')

function toLines(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [line, NEWLINE]))
}
