import * as z from 'zod'
import { Instant } from '../../events/calendar.ts'

/** What a backup is written in. A later release that writes something else counts up, and this one refuses that. */
export const FORMAT = 1

const Header = z.strictObject({
  backup: z.strictObject({
    format: z.int(),
    /** The number of the newest migration that its tables have had. */
    migration: z.int(),
    position: z.int().nonnegative(),
    /** When the event at that position was recorded. */
    recordedAt: Instant,
  }),
})
export type Header = z.infer<typeof Header>['backup']

/** Text and numbers as they are; bytes that are no plain ASCII in base64. */
const Cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })])
type Cell = z.infer<typeof Cell>

const name = z.string().regex(/^[a-z_]{1,64}$/)
const Table = z.strictObject({ columns: z.array(name).min(1), table: name })
export type Table = z.infer<typeof Table>
const Row = z.strictObject({ row: z.array(Cell) })

const End = z.strictObject({
  end: z.strictObject({
    events: z.int(),
    /** Of the RFC 6962 tree over all events, in base64. */
    rootHash: z.base64(),
    /** Of all lines before this one, with their ends. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
export type End = z.infer<typeof End>['end']

/** As the driver gives it and takes it. */
export type Value = string | number | null | Buffer

const PLAIN = /^[ -~]*$/

export const lineOfHeader = (header: Header) => toLine({ backup: header })
export const lineOfTable = (table: Table) => toLine(table)
export const lineOfEnd = (end: End) => toLine({ end })
export const lineOfRow = (row: readonly Value[]) => toLine({ row: row.map(cellOf) })

function toLine(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function cellOf(value: Value): Cell {
  if (!Buffer.isBuffer(value)) return value
  const text = value.toString('latin1')
  return PLAIN.test(text) ? text : { base64: value.toString('base64') }
}

function valueOf(cell: Cell): Value {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell
}

/** A line of a backup; `event` stands for a line of the audit export, which is read elsewhere. */
export type BackupLine =
  | { what: 'header'; header: Header }
  | { what: 'table'; table: Table }
  | { what: 'row'; row: Value[] }
  | { what: 'end'; end: End }
  | { what: 'event' }

/** Undefined if it is no line of a backup. */
export function readBackupLine(line: Buffer): BackupLine | undefined {
  const begins = (text: string) => line.indexOf(text, 0, 'latin1') === 0
  if (begins('{"actorId":')) return { what: 'event' }
  const value = parsed(line)
  const row = begins('{"row":') ? Row.safeParse(value).data : undefined
  if (row) return { what: 'row', row: row.row.map(valueOf) }
  const table = Table.safeParse(value).data
  if (table) return { what: 'table', table }
  const header = Header.safeParse(value).data
  if (header) return { what: 'header', header: header.backup }
  const end = End.safeParse(value).data
  return end && { what: 'end', end: end.end }
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}
