import type { Metadata, Recorded, Stream } from '../event.ts'
import { sqlTimeToInstant } from './instants.ts'
import { fromStored } from './stored-events.ts'
import type { Data, Upcasts } from './upcasts.ts'

/** What can be asked of an event; its position is always told. */
export type Column = Exclude<keyof Recorded, 'position'>
export type Told<C extends Column> = Pick<Recorded, 'position' | C>

type PlainColumn = Exclude<Column, 'event' | 'metadata'>

/** As JSON: numbers, and ASCII without quotes that the ledger made itself. */
const plainColumns: { readonly [C in PlainColumn]: string } = {
  stream: quoted('e.stream'),
  version: 'e.version',
  recordedAt: quoted('e.recorded_at'),
  actorId: `if(e.actor_id is null, 'null', concat(${quoted('e.actor_id')}))`,
  commandId: quoted('e.command_id'),
  commandIndex: 'e.command_index',
  hash: quoted('lower(hex(e.hash))'),
}

export const allColumns: readonly Column[] = [...(Object.keys(plainColumns) as PlainColumn[]), 'metadata', 'event']

/** A row as the driver gives it when it is asked for arrays. */
export type EventRow = [line: Buffer, metadata: string, ...rest: unknown[]]
/** What every line begins with; the plain columns that were asked for follow. */
type Cells = [position: number, type: string, userId: string, stream: Stream, data: Data, ...plain: unknown[]]
const BEFORE_PLAIN = 5
/** A row that is parsed, with its seal still closed. */
export type Line = { cells: Cells; metadata: string }

/**
 * What to select from `events e`. All but the metadata comes as one JSON text, as one column of bytes: the driver takes as
 * long over each column as JSON.parse over half an event.
 */
export function selectList(columns: readonly Column[]): string {
  const data = columns.includes('event') ? 'e.data' : `'{}'`
  const always = ['e.position', quoted('e.type'), quoted('e.user_id'), quoted('e.stream'), data]
  const cells = [...always, ...plainOf(columns).map((column) => plainColumns[column])]
  // An event's metadata says its schema.
  const metadata = columns.includes('event') || columns.includes('metadata') ? 'e.metadata' : `''`
  return `concat('[', ${cells.join(`, ',', `)}, ']'), ${metadata}`
}

export function lineOf([line, metadata]: EventRow): Line {
  return { cells: JSON.parse(line.toString()) as Cells, metadata }
}

/** How lines are read that were selected for `columns`; without a `key` personal text stays sealed. */
export function lineReader<C extends Column>(columns: readonly C[], upcasts?: Upcasts) {
  const plain = plainOf(columns)
  const asked = new Set<Column>(columns)
  const [time, metadata, event] = [asked.has('recordedAt'), asked.has('metadata'), asked.has('event')]

  return ({ cells, metadata: text }: Line, key: Uint8Array | undefined): Told<C> => {
    const [position, type, userId, stream, data] = cells
    const told: { [name: string]: unknown } = { position }
    for (let at = 0; at < plain.length; at++) told[plain[at] as string] = cells[BEFORE_PLAIN + at]
    if (time) told.recordedAt = sqlTimeToInstant(told.recordedAt as string)
    if (metadata) told.metadata = withoutSchema(text)
    if (event) told.event = fromStored({ type, stream, userId, data }, schemaIn(text), key, upcasts)
    return told as Told<C>
  }
}

type StoredMetadata = Metadata & { schema?: number }

/** Few events say a schema, and to look for the word costs less than to parse. */
function schemaIn(metadata: string): number {
  return metadata.includes('"schema":') ? ((JSON.parse(metadata) as StoredMetadata).schema ?? 1) : 1
}

function withoutSchema(text: string): Metadata {
  const { schema: _schema, ...metadata } = JSON.parse(text) as StoredMetadata
  return metadata
}

function plainOf(columns: readonly Column[]): PlainColumn[] {
  return columns.filter((column) => column !== 'event' && column !== 'metadata')
}

function quoted(column: string): string {
  return `'"', ${column}, '"'`
}
