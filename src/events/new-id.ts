import { randomBytes } from './random.ts'

/** A new UUID, version 7 (RFC 9562): begins with the time in milliseconds, so that new rows land side by side. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  const bytes = randomBytes(10)
  const [version = 0, , variant = 0] = bytes
  bytes[0] = 0x70 | (version & 0x0f)
  bytes[2] = 0x80 | (variant & 0x3f)
  const random = toHex(bytes)
  return `${time.slice(0, 8)}-${time.slice(8)}-${random.slice(0, 4)}-${random.slice(4, 8)}-${random.slice(8)}`
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return hex
}
