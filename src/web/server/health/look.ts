import type { Log } from '../../../events/log/log.ts'
import type { Projections } from '../../../projections/projections.ts'
import type { Audit, Auditing } from './auditing.ts'

/** Milliseconds that the database may take to answer: whoever probes the ledger rarely waits for longer than two seconds. */
const PATIENCE = 1_500

type Status = Awaited<ReturnType<Projections['status']>>[number]

/** What this process's follower of a projection has done, and how many seconds ago it last looked. */
export type Follower = { name: string; events: number; rows: number; steps: number; lookedAgo: number }

/** All that tells how the ledger is. */
export type Look = {
  /** What the database says now; undefined if it does not answer. `last` is the position of the last event. */
  seen: { head: number; last: number; projections: readonly Status[] } | undefined
  /** What counting found last. */
  audit: Audit | undefined
  followers: readonly Follower[]
}

type Parts = { log: Pick<Log, 'ends'>; projections: Pick<Projections, 'status' | 'activity'>; auditing: Auditing }

/** Looks at the log and the projections, and answers in time whatever the database does. Who comes meanwhile shares a look. */
export function openLook({ log, projections, auditing }: Parts): () => Promise<Look> {
  let underWay: Promise<Look['seen']> | undefined

  async function ask(): Promise<Look['seen']> {
    try {
      const [ends, states] = await Promise.all([log.ends(), projections.status()])
      return { ...ends, projections: states }
    } catch {
      return undefined
    } finally {
      underWay = undefined
    }
  }

  return async () => {
    const seen = await inTime((underWay ??= ask()))
    const followers = projections.activity().map(({ name, events, rows, steps, lookedAt }) => {
      return { name, events, rows, steps, lookedAgo: (performance.now() - lookedAt) / 1000 }
    })
    return { seen, audit: auditing.newest(), followers }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), PATIENCE)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
