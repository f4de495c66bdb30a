import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { Separator } from '../../api.ts'
import { Refused } from '../http/problems.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import { say, type Said } from './sayings.ts'

/** A record with the line that it begins on; `broken` says why it could not be read to its end. */
export type CsvRecord = { line: number; cells: readonly string[]; broken?: Said }

/** Characters of one record. A longer one is a quote that was never closed. */
const LONGEST = 100_000
/** Lines before the headings, with the bank's name and such. */
const PREAMBLE = 50
/** Bytes that are parsed at a time: others get their turn in between. */
const PIECE = 65_536

/**
 * The records of `text`, which may be of different lengths. What cannot be read to its end is the last one: what was before it can be
 * looked at. Throws 413 for more than the ledger takes at once.
 */
export async function recordsOf(text: string, separator: Separator): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  let ended = 0
  // As they are read, not as they are taken out: what an error leaves in the stream is lost.
  function keep(record: string[], { lines }: { lines: number }): null {
    ended = lines
    if (record.every((cell) => cell.trim() === '')) return null
    if (records.length >= MOST_ROWS + PREAMBLE) throw tooMany()
    const cells = record.slice(0, MOST_COLUMNS).map((cell) => cell.trim())
    records.push({ line: lines - lineEndsIn(record), cells })
    return null
  }
  const loose = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST }
  const parser = Readable.from(piecesOf(text)).pipe(parse({ delimiter: separator, ...loose, on_record: keep }))
  try {
    await finished(parser.resume())
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    records.push({ line: ended + 1, cells: [], broken: whyBroken(error) })
  }
  return records
}

export function tooMany(): Refused {
  const most = MOST_ROWS.toLocaleString('en')
  return new Refused(
    413,
    'too-large',
    `The file has more than ${most} rows: divide it, and import one part after the other`,
  )
}

/** With one kind of line end: in quotes the parser counts the other as two. */
function* piecesOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text.replace(/\r\n?/g, '\n'))
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE)
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

function whyBroken({ code }: CsvError): Said {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return say('quote-open')
  return code === 'CSV_MAX_RECORD_SIZE' ? say('row-too-long', { most: LONGEST }) : say('no-row')
}
