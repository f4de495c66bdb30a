import * as z from 'zod'
import { randomBytes } from './random.ts'

const Uuid = z.uuid({ error: 'Expected a UUID' }).transform((id) => id.toLowerCase())

export const UserId = Uuid.brand<'UserId'>()
export const CategoryId = Uuid.brand<'CategoryId'>()
export const ExpenseId = Uuid.brand<'ExpenseId'>()
export type UserId = z.infer<typeof UserId>
export type CategoryId = z.infer<typeof CategoryId>
export type ExpenseId = z.infer<typeof ExpenseId>

/** A new UUID, version 7 (RFC 9562): begins with the time in milliseconds, so that new rows land side by side. */
export function newId(now = Date.now()): string {
  const hex = now.toString(16).padStart(12, '0') + toHex(randomBytes(10))
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}
