import type { Pool } from 'mysql2/promise'
import type { Instant } from '../calendar.ts'
import { Conflict, TooLarge, type Append, type Appended } from './append.ts'
import { watchHead } from './appended.ts'
import { openSealsBeside } from './beside.ts'
import { openByCommand } from './by-command.ts'
import type { Batch } from './committer.ts'
import { openKeys } from './keys.ts'
import { positionAt } from './position-at.ts'
import { openReader } from './reader.ts'
import { toRequest } from './request.ts'
import type { Upcasts } from './upcasts.ts'
import { openWriter } from './writer.ts'

export type Log = Awaited<ReturnType<typeof openLog>>

type LogOptions = {
  /** The writer's. */
  url: string
  /** For everything that reads; stays the caller's. */
  pool: Pool
  /** Hears of each commit. */
  onBatch?: ((batch: Batch) => void) | undefined
  /** How older shapes of events are lifted to today's: as this release knows it, unless said. */
  upcasts?: Upcasts | undefined
}

/** The log: append, read, follow. The tables must be there (`migrate`). */
export async function openLog({ url, pool, onBatch, upcasts }: LogOptions) {
  const keys = await openKeys(pool)
  const reader = openReader(pool, keys, upcasts)
  const { appended, onCommit } = watchHead(async () => (await reader.head()).position)
  const writer = openWriter({ url, onCommit, onBatch })
  return {
    ...reader,
    ...openByCommand(pool),
    ...openSealsBeside(keys),
    positionAt: (instant: Instant): Promise<number> => positionAt(pool, instant),
    /** Positions of the head as it moves, the newest first of all. */
    appended,
    /** Throws `Conflict` if a guard does not hold, `Unavailable` if the database cannot be asked. */
    append: async (request: Append): Promise<Appended> => writer.append(await toRequest(request, keys, upcasts)),
    isConflict: (error: unknown): boolean => error instanceof Conflict,
    isTooLarge: (error: unknown): boolean => error instanceof TooLarge,
    /** For a caller that finds by itself that something has moved. */
    conflict: (moved: string): Error => new Conflict(moved),
    digest: keys.digest,
    requestDigest: keys.requestDigest,
    /** Answers everything that waits, then lets the writer's connection go. */
    close: () => writer.close(),
  }
}
