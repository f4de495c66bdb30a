import type { Metadata, Recorded, Stream } from '../event.ts'
import { sqlTimeToInstant } from './instants.ts'
import { fromStored, type Opener } from './stored-events.ts'
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

/** A row as the driver gives it when it is asked for arrays; with the metadata, if that was asked for. */
export type EventRow = [line: Buffer, metadata?: string]
/** What every line begins with; the plain columns that were asked for follow. `schema` is 1 or the metadata that says it. */
type Cells = [
  position: number,
  type: string,
  userId: string,
  stream: Stream,
  schema: 1 | StoredMetadata,
  data: Data,
  ...plain: unknown[],
]
const BEFORE_PLAIN = 6
/** A row that is parsed, with its seal still closed. */
export type Line = { cells: Cells; metadata: string | undefined }

/** Few events say a schema, and to look for the word costs less than to parse. */
const SCHEMA = `if(locate('"schema":', e.metadata) = 0, '1', e.metadata)`

/**
 * What to select from `events e`. All but the metadata comes as one JSON text, as one column of bytes: the driver takes as
 * long over each column as JSON.parse over half an event.
 */
export function selectList(columns: readonly Column[]): string {
  const event = columns.includes('event') ? [SCHEMA, 'e.data'] : [`'1'`, `'{}'`]
  const always = ['e.position', quoted('e.type'), quoted('e.user_id'), quoted('e.stream'), ...event]
  const cells = [...always, ...plainOf(columns).map((column) => plainColumns[column])]
  return `concat('[', ${cells.join(`, ',', `)}, ']')${columns.includes('metadata') ? ', e.metadata' : ''}`
}

export function lineOf([line, metadata]: EventRow): Line {
  return { cells: JSON.parse(line.toString()) as Cells, metadata }
}

/** How lines are read that were selected for `columns`. */
export function lineReader<C extends Column>(columns: readonly C[], upcasts?: Upcasts) {
  const plain = plainOf(columns)
  const asked = new Set<Column>(columns)
  const [time, metadata, event] = [asked.has('recordedAt'), asked.has('metadata'), asked.has('event')]

  return ({ cells, metadata: text }: Line, key: Opener): Told<C> => {
    const [position, type, userId, stream, schema, data] = cells
    const told: { [name: string]: unknown } = { position }
    for (let at = 0; at < plain.length; at++) told[plain[at] as string] = cells[BEFORE_PLAIN + at]
    if (time) told.recordedAt = sqlTimeToInstant(told.recordedAt as string)
    if (metadata) told.metadata = withoutSchema(text ?? '')
    if (event) told.event = fromStored({ type, stream, userId, data }, schemaOf(schema), key, upcasts)
    return told as Told<C>
  }
}

type StoredMetadata = Metadata & { schema?: number }

function schemaOf(said: 1 | StoredMetadata): number {
  return said === 1 ? 1 : (said.schema ?? 1)
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
