import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { UserId } from '../events/ids.ts'

const FILE = 'erased-users'

export type ErasedList = ReturnType<typeof openErasedList>

/**
 * The ids of all who were erased, an id a line, in `DATA_DIR` and so outside the database: an older backup still holds their
 * keys, and whoever restores it learns from here whom to forget again.
 */
export function openErasedList(dataDir: string) {
  const path = join(dataDir, FILE)

  function all(): UserId[] {
    if (!existsSync(path)) return []
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => UserId.safeParse(line).data ?? [])
  }

  return {
    all,
    /** On the disk once it returns. */
    add(userId: UserId): void {
      if (all().includes(userId)) return
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      const file = openSync(path, 'a', 0o600)
      try {
        writeSync(file, `${userId}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
  }
}
