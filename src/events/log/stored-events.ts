import type { EventType, LedgerEvent, Metadata } from '../event.ts'
import { canonical, type Json } from './canonical.ts'
import { seal, unseal } from './seals.ts'
import { shapeOf } from './shapes.ts'
import { schemaOf, upcast, type Data, type Upcasts } from './upcasts.ts'

/** What tells an event, beside its data: its stream says which expense or category, its user whose. */
export type StoredRow = { type: string; stream: string; userId: string; data: Data }

/** `event` as canonical JSON with the personal text sealed under `key`. Its ids are told by stream and user. */
export function toStoredData(event: LedgerEvent, stream: string, key: Uint8Array): string {
  const { fields, personal } = shapeOf(event.type)
  const told = event as unknown as Data
  const data = Object.fromEntries(fields.map((field) => [field, told[field]]))
  const { open, secret } = apart(data, personal)
  return canonical(secret ? { ...open, sealed: seal(canonical(secret), key, stream) } : open)
}

/** `metadata` as canonical JSON, with the schema of `type` where it is not the first. */
export function toStoredMetadata(metadata: Metadata, type: EventType, upcasts?: Upcasts): string {
  const schema = schemaOf(type, upcasts)
  return canonical(schema === 1 ? metadata : { ...metadata, schema })
}

/** What opens the personal text of an event, or why it is not opened: nobody asked for it, or the key is gone for ever. */
export type Opener = Uint8Array | 'sealed' | 'erased'

/**
 * The event in today's shape, from what is stored in that of `schema`, with its personal text as far as `key` opens it. Throws
 * if this release does not know the shape.
 */
export function fromStored(row: StoredRow, schema: number, key: Opener, upcasts?: Upcasts): LedgerEvent {
  const { sealed } = row.data
  const lifted = (data: Data) => upcast(row.type as EventType, schema, data, upcasts)
  if (typeof sealed !== 'string') return eventOf(row, lifted(row.data))
  if (key === 'sealed') return eventOf(row, lifted(row.data), shapeOf(row.type).veil)
  if (key === 'erased') return eventOf(row, merged(lifted(row.data), shapeOf(row.type).remains))
  return eventOf(row, lifted(merged(row.data, JSON.parse(unseal(sealed, key, row.stream)) as Data)))
}

/**
 * That every field is there, and no other, is all that is looked at: what each may hold was settled when the event was
 * appended (docs/decisions/the-log-is-not-parsed-again.md). Reports read a million of these: nothing is copied twice.
 */
function eventOf({ type, userId, stream }: StoredRow, data: Data, veil?: Data): LedgerEvent {
  const { id, fields } = shapeOf(type)
  const event: { [name: string]: Json } = { type, userId }
  if (id) event[id] = stream.slice(stream.indexOf('-') + 1)
  for (const field of fields) {
    const value = veil?.[field] ?? data[field]
    if (value === undefined) throw new Error(`${type} without ${field}`)
    event[field] = value
  }
  for (const name of Object.keys(data)) {
    if (fields.includes(name) || name === 'sealed') continue
    throw new Error(`${type} with more than this release knows: ${name}`)
  }
  return event as unknown as LedgerEvent
}

/** What may be read by anybody, and what is personal, if there is anything; those of `changes` apart as well. */
function apart(data: Data, personal: readonly string[]): { open: Data; secret: Data | undefined } {
  const open: { [name: string]: Json } = {}
  const secret: { [name: string]: Json } = {}
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue
    if (name === 'changes') {
      const changes = apart(value as Data, personal)
      open.changes = changes.open
      if (changes.secret) secret.changes = changes.secret
    } else {
      ;(personal.includes(name) ? secret : open)[name] = value
    }
  }
  return { open, secret: Object.keys(secret).length > 0 ? secret : undefined }
}

function merged(open: Data, personal: Data): Data {
  if (!personal.changes) return { ...open, ...personal }
  return { ...open, changes: { ...(open.changes as Data), ...(personal.changes as Data) } }
}
