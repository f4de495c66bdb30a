import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Time-based codes as every authenticator app makes them: RFC 6238 over RFC 4226, with SHA-1, six digits, half a minute each.

const STEP_SECONDS = 30
const DIGITS = 6
/** RFC 4226 wants 128 bits at least, and advises as many as SHA-1 has. */
const SECRET_BYTES = 20
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ISSUER = 'Expense Ledger'

export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/** The half minutes since 1970 at `now`, in milliseconds. */
export function stepAt(now: number): number {
  return Math.floor(now / 1000 / STEP_SECONDS)
}

export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const number = digest.readUInt32BE(digest.readUInt8(digest.length - 1) & 0x0f) & 0x7fff_ffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The half minute that `code` is of: this one, or the one before or after, as clocks and fingers are not exact. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | undefined {
  if (!isTotpCode(code)) return undefined
  const step = stepAt(now)
  return [step, step - 1, step + 1].find((near) =>
    timingSafeEqual(Buffer.from(codeAt(secret, near)), Buffer.from(code)),
  )
}

export function isTotpCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code)
}

/** RFC 4648, without padding: 20 bytes are 32 characters. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What an app takes from a QR code or a link: whose it is, and the secret. */
export function keyUri(email: string, secret: string): string {
  const label = [ISSUER, email].map(encodeURIComponent).join(':')
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(ISSUER)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`
}
