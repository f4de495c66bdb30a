import { createHash } from 'node:crypto'
import type { Pool } from 'mysql2/promise'
import { openExamination } from '../audit/examination.ts'
import { storedPages } from '../audit/stored-log.ts'
import { openTree } from '../audit/tree.ts'
import { Flaw } from '../audit/verdict.ts'
import { lineOfEnd, lineOfHeader, lineOfRow, lineOfTable, type End } from './lines.ts'
import type { Snapshot } from './snapshot.ts'

/** Hears of how many events were written, of how many. */
export type OnProgress = (events: number, of: number) => void

type Parts = {
  pool: Pool
  snapshot: Snapshot
  onProgress?: OnProgress | undefined
  /** Hears of the last line. */
  onEnd: (end: End) => void
}

const NEWLINE = Buffer.from('\n')
const ROWS_AT_ONCE = 500

/**
 * A backup, some lines at a time and no faster than they are taken: a header; each table and its rows; the events, a line
 * each as in the audit export; and an end that says what all of it comes to. The events are read after the snapshot, a page
 * at a time: those up to its position never change. Each is examined on the way: what could not be restored is not written.
 * Throws `Flaw`.
 */
export async function* backupContent(parts: Parts): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  const examined = openTree()
  for await (const lines of linesBeforeEnd(parts, examined)) {
    const chunk = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]))
    digest.update(chunk)
    yield chunk
  }
  const end = { events: examined.frontier().size, rootHash: examined.root(), sha256: digest.digest('hex') }
  yield Buffer.concat([lineOfEnd(end), NEWLINE])
  parts.onEnd(end)
}

async function* linesBeforeEnd(parts: Parts, tree: ReturnType<typeof openTree>): AsyncGenerator<Buffer[]> {
  const { header } = parts.snapshot
  yield [lineOfHeader(header)]
  yield* tableLines(parts.snapshot)
  const examination = openExamination()
  for await (const { lines, last } of storedPages(parts.pool, header.position)) {
    for (const line of lines) tree.add(examination.take(line).leaf)
    yield lines
    parts.onProgress?.(last, header.position)
  }
  const { size } = tree.frontier()
  if (size < header.position) throw new Flaw(size + 1, `the event is missing: the log is at ${header.position}`)
}

async function* tableLines({ tables, rowsOf }: Snapshot): AsyncGenerator<Buffer[]> {
  for (const table of tables) {
    let lines = [lineOfTable(table)]
    for await (const row of rowsOf(table)) {
      lines.push(lineOfRow(row))
      if (lines.length < ROWS_AT_ONCE) continue
      yield lines
      lines = []
    }
    yield lines
  }
}
