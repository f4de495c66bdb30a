import type { Pool } from 'mysql2/promise'
import { Conflict, type Append, type Appended } from './append.ts'
import { watchHead } from './appended.ts'
import { openKeys } from './keys.ts'
import { openReader } from './reader.ts'
import { toRequest } from './request.ts'
import { openWriter } from './writer.ts'

export type Log = Awaited<ReturnType<typeof openLog>>

/**
 * The log: append, read, follow. `url` is the writer's; `pool` is for everything that reads and stays the caller's.
 * The tables must be there (`migrate`).
 */
export async function openLog({ url, pool }: { url: string; pool: Pool }) {
  const keys = await openKeys(pool)
  const reader = openReader(pool, keys)
  const { appended, onCommit } = watchHead(async () => (await reader.head()).position)
  const writer = openWriter({ url, onCommit })
  return {
    ...reader,
    /** Positions of the head as it moves, the newest first of all. */
    appended,
    /** Throws `Conflict` if a guard does not hold, `Unavailable` if the database cannot be asked. */
    append: async (request: Append): Promise<Appended> => writer.append(await toRequest(request, keys)),
    isConflict: (error: unknown): boolean => error instanceof Conflict,
    requestDigest: keys.requestDigest,
    /** Answers everything that waits, then lets the writer's connection go. */
    close: () => writer.close(),
  }
}
