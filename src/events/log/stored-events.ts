import { LedgerEvent, type EventType, type Metadata } from '../event.ts'
import { personalFields } from '../personal.ts'
import { canonical, type Json } from './canonical.ts'
import { seal, unseal } from './seals.ts'
import { schemaOf, upcast } from './upcasts.ts'

type Data = { [name: string]: Json | undefined; changes?: { [name: string]: Json }; sealed?: string }

/** What stands for personal text that was not asked for. */
export const SEALED = '[sealed]'

/** `event` as canonical JSON with the personal text sealed under `key`. Its ids are told by stream and user. */
export function toStoredData(event: LedgerEvent, stream: string, key: Uint8Array): string {
  const { type, userId: _user, ...rest } = event as LedgerEvent & { expenseId?: string; categoryId?: string }
  const { expenseId: _expense, ...data } = rest as Data
  if (stream.startsWith('category-')) delete data.categoryId
  const { open, personal } = splitPersonal(type, data)
  if (Object.keys(personal).length > 0) open.sealed = seal(canonical(personal), key, stream)
  return canonical(open)
}

/** `metadata` as canonical JSON, with the schema of `type` where it is not the first. */
export function toStoredMetadata(metadata: Metadata, type: EventType): string {
  const schema = schemaOf(type)
  return canonical(schema === 1 ? metadata : { ...metadata, schema })
}

/** From the texts that are stored. Without a `key` personal text stays `SEALED`. Throws if the shape is unknown. */
export function fromStored(
  row: { type: string; stream: string; userId: string; data: string },
  schema: number,
  key: Uint8Array | undefined,
): LedgerEvent {
  const type = row.type as EventType
  const { sealed, ...open } = upcast(type, schema, JSON.parse(row.data) as Data) as Data
  const personal =
    sealed === undefined ? {} : key ? (JSON.parse(unseal(sealed, key, row.stream)) as Data) : veiled(type)
  const data = { ...open, ...personal }
  if (open.changes) data.changes = { ...open.changes, ...personal.changes }
  return LedgerEvent.parse({ type, userId: row.userId, ...idOf(row.stream), ...data })
}

function splitPersonal(type: EventType, data: Data): { open: Data; personal: Data } {
  const own = take(data, personalFields[type])
  if (!data.changes) return { open: own.rest, personal: own.taken }
  const changed = take(data.changes, personalFields[type])
  const open: Data = { ...own.rest, changes: changed.rest as { [name: string]: Json } }
  if (Object.keys(changed.taken).length === 0) return { open, personal: own.taken }
  return { open, personal: { ...own.taken, changes: changed.taken as { [name: string]: Json } } }
}

function take(object: Data, names: readonly string[]): { rest: Data; taken: Data } {
  const rest: Data = { ...object }
  const taken: Data = {}
  for (const name of names) {
    if (rest[name] === undefined) continue
    taken[name] = rest[name]
    delete rest[name]
  }
  return { rest, taken }
}

/** An event that was changed says in `changes` what is personal only when it is opened. */
function veiled(type: EventType): Data {
  if (type.endsWith('Changed') || type.endsWith('Amended') || type === 'CategoryRestored') return {}
  return Object.fromEntries(personalFields[type].map((field) => [field, SEALED]))
}

function idOf(stream: string): Record<string, string> {
  const [kind = '', id = ''] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)]
  return kind === 'user' ? {} : { [`${kind}Id`]: id }
}
