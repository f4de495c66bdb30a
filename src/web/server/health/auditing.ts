import { defer, repeat, retry, timer, type Subscription } from 'rxjs'
import type { Log } from '../../../events/log/log.ts'
import type { Projections } from '../../../projections/projections.ts'
import { openCounting } from './counting.ts'

/** Milliseconds between two portions of events that are to be counted, and between two looks when all are. */
const [PAUSE, EVERY] = [500, 5_000]

/** What a projection has applied up to `position`, and what there was to apply up to there. */
export type Applied = { position: number; applied: number; expected: number }

/** What counting shows and positions do not: that nothing is missing before them. */
export type Audit = {
  /** How many events there are up to `position`. */
  counted: { position: number; events: number }
  /** By name. One that is far from what has been counted so far is not in here. */
  projections: ReadonlyMap<string, Applied>
}

export type Auditing = ReturnType<typeof openAuditing>

/** Counts in the background, for as long as it is subscribed to, and compares with what the projections have applied. */
export function openAuditing(log: Pick<Log, 'head' | 'countByType'>, projections: Pick<Projections, 'status'>) {
  const counting = openCounting(log)
  let newest: Audit | undefined
  let behind = true

  async function audit(): Promise<void> {
    const states = await projections.status()
    behind = await counting.goOn((await log.head()).position)
    const compared = new Map<string, Applied>()
    for (const { name, state, applied, appliedAt, types } of states) {
      // What another release applies may be other types of events.
      if (state === 'another release') continue
      const expected = await counting.countOf(types, appliedAt)
      if (expected !== undefined) compared.set(name, { position: appliedAt, applied, expected })
    }
    newest = { counted: counting.counted(), projections: compared }
  }

  return {
    /** Undefined before the first look. */
    newest: () => newest,
    /** Takes one look now. */
    audit,
    /** While the database is away, what was found last stands. */
    start: (): Subscription =>
      defer(audit)
        .pipe(repeat({ delay: () => timer(behind ? PAUSE : EVERY) }), retry({ delay: EVERY }))
        .subscribe(),
  }
}
