import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { Unusable } from '../unusable.ts'
import { Altered } from './altered.ts'

// The age format (age-encryption.org/v1) with a passphrase: docs/decisions/backup-format.md.

/** How every file of that format begins. */
export const AGE = Buffer.from('age-encryption.org/v1\n')

type Bytes = AsyncIterable<Uint8Array>

/**
 * What encrypts one stream under `passphrase`. To make a key of that takes a second or two, in which nothing else goes on: it is
 * done when this resolves, before anybody waits for a database.
 */
export async function openEncryption(passphrase: string): Promise<(source: Bytes) => Bytes> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const { promise, resolve } = Promise.withResolvers<Bytes>()
  async function* given(): AsyncGenerator<Uint8Array> {
    yield* await promise
  }
  const encrypted: Bytes = await encrypter.encrypt(streamOf(given()))
  return (source) => {
    resolve(source)
    return encrypted
  }
}

/**
 * What was encrypted under `passphrase`. Throws `Altered` at the first 64 KiB that are not as they were written, or not
 * there.
 */
export async function* decrypted(source: Bytes, passphrase: string): AsyncGenerator<Uint8Array> {
  const opened = await open(source, passphrase)
  try {
    yield* opened
  } catch (error) {
    throw new Altered('cut short or altered', { cause: error })
  }
}

/** Its header is authenticated under the passphrase, so there is no telling which of the two is another. */
async function open(source: Bytes, passphrase: string): Promise<Bytes> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(streamOf(source))
  } catch (error) {
    throw new Unusable('The backup does not open: this is not its passphrase, or its beginning was altered', {
      cause: error,
    })
  }
}

/** Node's and the browser's are the same, and have types of their own. */
function streamOf(source: Bytes) {
  return ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>
}
