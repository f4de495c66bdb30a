import { createHash } from 'node:crypto'
import { Altered } from '../backup/altered.ts'
import { FORMAT, readBackupLine, type End, type Header } from '../backup/lines.ts'
import { Unusable } from '../unusable.ts'
import type { Filling } from './filling.ts'
import type { openProvenLog, Restored } from './proven-log.ts'

type Lines = AsyncGenerator<Buffer[]>
type Proven = ReturnType<typeof openProvenLog>

/** What a backup says of itself before anything of it is restored; `rest` are the lines after that. Throws `Unusable`. */
export async function readHeader(
  lines: Lines,
  newest: number,
): Promise<{ header: Header; first: Buffer; rest: Lines }> {
  const begun = await lines.next()
  const [first = Buffer.alloc(0), ...others] = begun.done ? [] : begun.value
  const line = readBackupLine(first)
  if (line?.what !== 'header') throw new Altered('it does not begin as a backup does')
  const { header } = line
  if (header.format > FORMAT || header.migration > newest) {
    throw new Unusable('The backup was made by a newer Expense Ledger: upgrade this one')
  }
  return { header, first, rest: following(others, lines) }
}

async function* following(first: Buffer[], others: Lines): Lines {
  yield first
  yield* others
}

/**
 * Reads the rest of a backup into `filling`, and proves it: what comes of it is what was written, all of it. Throws
 * `Altered`.
 */
export async function receiveBackup(
  { header, first, rest }: Awaited<ReturnType<typeof readHeader>>,
  filling: Filling,
  proven: Proven,
): Promise<Restored> {
  const digest = createHash('sha256')
  let end: End | undefined
  await take(first)
  for await (const lines of rest) for (const line of lines) await take(line)
  await filling.flush()
  if (!end) throw new Altered('cut short: its end is missing')
  return proven.restored()

  async function take(bytes: Buffer): Promise<void> {
    const line = readBackupLine(bytes)
    if (end) throw new Altered('something was added at its end')
    switch (line?.what) {
      case 'table':
        await filling.begin(line.table)
        break
      case 'row':
        await filling.row(line.row)
        break
      case 'event':
        await takeEvent(bytes)
        break
      case 'end':
        end = line.end
        return expectSame(end)
      case 'header':
        if (bytes !== first) throw new Altered('it begins twice')
        break
      case undefined:
        throw new Altered('it has a line that no backup has')
    }
    digest.update(bytes).update('\n')
  }

  async function takeEvent(bytes: Buffer): Promise<void> {
    const { event, isWanted } = proven.take(bytes)
    if (isWanted) await filling.event(event)
  }

  function expectSame({ events, rootHash, sha256 }: End): void {
    const isWhole = events === proven.events() && events === header.position && rootHash === proven.root()
    if (!isWhole || digest.digest('hex') !== sha256) throw new Altered('it is not what was written')
  }
}
