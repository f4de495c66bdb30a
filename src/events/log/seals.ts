import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { randomBytes } from '../random.ts'

const NONCE_BYTES = 24

/** `text` under `key` (32 bytes), bound to `stream`: base64 of nonce, ciphertext and tag (XChaCha20-Poly1305). */
export function seal(text: string, key: Uint8Array, stream: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = xchacha20poly1305(key, nonce, Buffer.from(stream)).encrypt(Buffer.from(text))
  return Buffer.concat([nonce, sealed]).toString('base64')
}

/** The text that was sealed. Throws if the key, the stream or a single bit is another. */
export function unseal(sealed: string, key: Uint8Array, stream: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  // Base64 can spell the same bytes in several ways; only one of them was sealed.
  if (bytes.toString('base64') !== sealed) throw new Error('Not as it was sealed')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const text = xchacha20poly1305(key, nonce, Buffer.from(stream)).decrypt(bytes.subarray(NONCE_BYTES))
  return Buffer.from(text).toString()
}
