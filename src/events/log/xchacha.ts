import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'
import { equalBytes } from '@noble/ciphers/utils.js'

// XChaCha20-Poly1305 (RFC 8439, draft-irtf-cfrg-xchacha) put together from the primitives of @noble/ciphers. Its own
// derives the subkey twice and copies a dozen buffers, which for texts as short as ours is two thirds of the work.

export const NONCE_BYTES = 24
export const TAG_BYTES = 16
/** ChaCha20 makes its key stream in blocks; the first one is not for the text but gives the key of the tag. */
const BLOCK = 64

const sigma = new Uint32Array(Uint8Array.from(Buffer.from('expand 32-byte k')).buffer)
// Filled anew for each text: whoever calls is done with them when the call returns.
const [keyWords, nonceWords, subkeyWords] = [new Uint32Array(8), new Uint32Array(4), new Uint32Array(8)]
const [keyBytes, nonceBytes] = [new Uint8Array(keyWords.buffer), new Uint8Array(nonceWords.buffer)]
const [subkey, shortNonce] = [new Uint8Array(subkeyWords.buffer), new Uint8Array(12)]

/** Ciphertext and tag of `text` under `key` (32 bytes) and `nonce` (24 bytes, never the same twice), bound to `bound`. */
export function encrypt(text: Uint8Array, key: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Buffer {
  const { tagKey, result } = applyKeyStream(text, key, nonce)
  return Buffer.concat([result, tagOf(result, tagKey, bound)])
}

/** The text that `sealed`, ciphertext and tag, was made of. Throws if anything is another. */
export function decrypt(sealed: Uint8Array, key: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Buffer {
  const ciphertext = sealed.subarray(0, -TAG_BYTES)
  const { tagKey, result } = applyKeyStream(ciphertext, key, nonce)
  const tag = sealed.subarray(ciphertext.length)
  if (!equalBytes(tag, tagOf(ciphertext, tagKey, bound))) throw new Error('Not as it was sealed')
  return result
}

function applyKeyStream(bytes: Uint8Array, key: Uint8Array, nonce: Uint8Array) {
  keyBytes.set(key)
  nonceBytes.set(nonce.subarray(0, 16))
  shortNonce.set(nonce.subarray(16), 4)
  hchacha(sigma, keyWords, nonceWords, subkeyWords)
  const work = Buffer.allocUnsafe(BLOCK + bytes.length).fill(0, 0, BLOCK)
  work.set(bytes, BLOCK)
  chacha20(subkey, shortNonce, work, work)
  return { tagKey: work.subarray(0, 32), result: work.subarray(BLOCK) }
}

/** What is bound and the ciphertext, each filled up to whole blocks of 16 bytes, and how long they are. */
function tagOf(ciphertext: Uint8Array, tagKey: Uint8Array, bound: Uint8Array): Uint8Array {
  const from = wholeBlocks(bound.length)
  const lengths = from + wholeBlocks(ciphertext.length)
  const message = Buffer.allocUnsafe(lengths + 16).fill(0)
  message.set(bound)
  message.set(ciphertext, from)
  message.writeUInt32LE(bound.length, lengths)
  message.writeUInt32LE(ciphertext.length, lengths + 8)
  return poly1305(message, tagKey)
}

function wholeBlocks(length: number): number {
  return Math.ceil(length / 16) * 16
}
