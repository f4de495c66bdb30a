import { randomBytes } from '../random.ts'
import { decrypt, encrypt, NONCE_BYTES } from './xchacha.ts'

/** `text` under `key` (32 bytes), bound to `stream`: base64 of nonce, ciphertext and tag (XChaCha20-Poly1305). */
export function seal(text: string, key: Uint8Array, stream: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  return Buffer.concat([nonce, encrypt(Buffer.from(text), key, nonce, Buffer.from(stream))]).toString('base64')
}

/** The text that was sealed. Throws if the key, the stream or a single bit is another. */
export function unseal(sealed: string, key: Uint8Array, stream: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  // Base64 can spell the same bytes in several ways; only one of them was sealed.
  if (bytes.toString('base64') !== sealed) throw new Error('Not as it was sealed')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  return decrypt(bytes.subarray(NONCE_BYTES), key, nonce, Buffer.from(stream)).toString()
}
