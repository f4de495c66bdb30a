import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { Unusable } from '../unusable.ts'

/** Throws `Unusable` if nothing could be written to a new `file`. */
export function expectNew(file: string): void {
  const folder = dirname(file)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Unusable(`There is no folder ${folder}`)
  if (existsSync(file)) throw new Unusable(`${file} exists already: give the name of a new file`)
}

/**
 * Has `write` write a new `file`, for its owner alone. It has its name only once it is whole and on the disk; until then it
 * is called `….part`, and is removed if `write` throws. Resolves to its size in bytes.
 */
export async function writeNewFile(file: string, write: (stream: Writable) => Promise<void>): Promise<number> {
  expectNew(file)
  const part = `${file}.${process.pid}.part`
  const stream = await created(part)
  try {
    // It closes by itself when all is written, and is flushed before that.
    await Promise.all([once(stream, 'close'), write(stream)])
    renameSync(part, file)
    syncFolder(dirname(file))
    return statSync(file).size
  } catch (error) {
    stream.destroy()
    rmSync(part, { force: true })
    throw isFull(error) ? new Unusable(`${file} cannot be written: ${(error as Error).message}`) : error
  }
}

async function created(part: string): Promise<Writable> {
  const stream = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await once(stream, 'open')
    return stream
  } catch (error) {
    throw new Unusable(`${part} cannot be made: ${(error as Error).message}`)
  }
}

/** The name is on the disk, too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '')
}
