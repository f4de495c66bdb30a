import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** A lock on a file. The operating system lets go of it when its holder dies, however it dies, so it is never stale. */
export interface Hold {
  release(): void
}

const SQLITE_BUSY = 5
const POLL_MS = 20

// An unreachable connection is collected and its lock lost: this keeps them reachable.
const held = new Set<DatabaseSync>()

/**
 * Holds `file` alone, or together with others who do; undefined if others' holds forbid it. Node has no file locks but SQLite's:
 * the file is an empty database, to be touched by nothing but this module (closing it elsewhere in this process drops the lock).
 */
export function tryHold(file: string, how: 'alone' | 'together'): Hold | undefined {
  const lock = new DatabaseSync(file)
  try {
    lock.exec(how === 'alone' ? 'begin exclusive' : 'begin; select count(*) from sqlite_schema')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined
    throw error
  }
  held.add(lock)
  return {
    release: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}

/** Waits until `file` can be held alone, then does `work` and lets go. */
export async function holding<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  let hold = tryHold(file, 'alone')
  while (!hold) {
    await sleep(POLL_MS)
    hold = tryHold(file, 'alone')
  }
  try {
    return await work()
  } finally {
    hold.release()
  }
}
