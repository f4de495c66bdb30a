import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { fileLines } from '../audit/file-lines.ts'
import { Altered } from '../backup/altered.ts'
import { GZIP } from '../backup/gzip-header.ts'
import { AGE, decrypted } from '../backup/sealed.ts'
import { Unusable } from '../unusable.ts'

/** A file that a ledger can be restored from: what it is, and its lines, some at a time. Reading them throws `Altered`. */
export type Source = {
  kind: 'backup' | 'export'
  lines: AsyncGenerator<Buffer[]>
  bytesRead: () => number
  size: number
}

const AT_ONCE = 256 * 1024

/** `askPassphrase` is asked if the file is encrypted. Throws `Unusable`. */
export async function openSource(path: string, askPassphrase: () => Promise<string>): Promise<Source> {
  const { beginning, size } = look(path)
  if (beginning.subarray(0, AGE.length).equals(AGE)) return backup(path, size, await askPassphrase())
  if (beginning.subarray(0, GZIP.length).equals(GZIP)) return backup(path, size)
  if (beginning[0] === '{'.charCodeAt(0)) return auditExport(path, size)
  throw new Unusable(`${path} is neither a backup of a ledger nor an export of one, or its beginning was altered`)
}

function look(path: string): { beginning: Buffer; size: number } {
  try {
    const file = openSync(path, 'r')
    try {
      const beginning = Buffer.alloc(AGE.length)
      return { beginning: beginning.subarray(0, readSync(file, beginning)), size: statSync(path).size }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new Unusable(`${path} cannot be read (${(error as Error).message})`)
  }
}

function backup(path: string, size: number, passphrase?: string): Source {
  const file = createReadStream(path, { highWaterMark: AT_ONCE })
  const unzip = createGunzip({ chunkSize: AT_ONCE })
  const unsealed = (source: AsyncIterable<Uint8Array>) => decrypted(source, passphrase ?? '')
  const piped = passphrase === undefined ? pipeline(file, unzip) : pipeline(file, unsealed, unzip)
  // What goes wrong breaks the last of the pipe, of which whoever reads the lines is told; unless nobody reads them any more.
  piped.catch(() => undefined)
  unzip.on('error', () => undefined)

  async function* lines(): AsyncGenerator<Buffer[]> {
    try {
      yield* wholeLines(unzip)
    } catch (error) {
      throw isOfZip(error) ? new Altered('cut short or altered') : error
    }
    // What follows the end of a gzip file Node leaves out without a word.
    if (passphrase === undefined && unzip.bytesWritten < size) throw new Altered('something was added at its end')
  }
  return { kind: 'backup', lines: lines(), bytesRead: () => file.bytesRead, size }
}

function auditExport(path: string, size: number): Source {
  const file = createReadStream(path, { highWaterMark: AT_ONCE })
  return { kind: 'export', lines: wholeLines(file), bytesRead: () => file.bytesRead, size }
}

async function* wholeLines(source: Parameters<typeof fileLines>[0]): AsyncGenerator<Buffer[]> {
  for await (const lines of fileLines(source)) {
    if (!lines.every(({ whole }) => whole)) throw new Altered('cut short: its last line is not whole')
    yield lines.map(({ bytes }) => bytes)
  }
}

function isOfZip(error: unknown): boolean {
  return ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_')
}
