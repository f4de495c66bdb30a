import { hash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses. */
export function newSecret(): Buffer {
  return randomBytes(32)
}

/** What is stored of a secret: its SHA-256. It needs no salt, since what is hashed is random. */
export function digestOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

/** A name for the secret of `digest` where neither may be: a UUID (version 8, RFC 9562) that tells nothing of them. */
export function idOf(digest: Buffer): string {
  const bytes = hash('sha256', digest, 'buffer').subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
