import * as z from 'zod'
import { NotOfExport, textOf } from './event-line.ts'
import { isCanonical } from './is-canonical.ts'

// What an export has beside events. Which of the three a line is, its beginning says.

const Key = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/)
const KeysLine = z.strictObject({ keys: z.record(z.uuid(), Key) })
const CheckpointLine = z.strictObject({ checkpoint: z.string() })

export const isKeys = (line: Buffer) => line.indexOf('{"keys":', 0, 'latin1') === 0
export const isCheckpoint = (line: Buffer) => line.indexOf('{"checkpoint":', 0, 'latin1') === 0

/** The keys of users. Throws `NotOfExport`. */
export function readKeys(line: Buffer): Map<string, Buffer> {
  const { keys } = read(line, KeysLine, '{"keys":{"<user id>":"<32 bytes in base64>"}}')
  return new Map(Object.entries(keys).map(([userId, key]) => [userId, Buffer.from(key, 'base64')]))
}

/** The signed note. Throws `NotOfExport`. */
export function readNote(line: Buffer): string {
  return read(line, CheckpointLine, '{"checkpoint":"<signed note>"}').checkpoint
}

function read<T extends z.ZodType>(line: Buffer, schema: T, expected: string): z.output<T> {
  const text = textOf(line)
  const result = isCanonical(text) ? schema.safeParse(JSON.parse(text)) : undefined
  if (result?.success) return result.data
  throw new NotOfExport(`expected ${expected}, in canonical form`)
}
