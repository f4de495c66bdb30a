import { concatMap, defer, retry, throttleTime, type Subscription } from 'rxjs'
import type { UserId } from '../../../events/ids.ts'
import type { Log } from '../../../events/log/log.ts'
import { oneAtATime } from '../../../projections/following/one-at-a-time.ts'
import { told, type Told } from './told.ts'

/** Milliseconds in which appends are gathered: a burst of them is one query, and one write to each listener. */
const GATHER = 20
/** Events that are read in one query. */
const PAGE = 500
/** How many of the newest events are kept in mind for those who come back: some hundred bytes each. */
const KEPT = 5_000
/** Milliseconds after which a read that failed is tried again. */
const AGAIN = 500

/** What happened after one position, up to another. */
export type Stretch = { events: readonly Told[]; upTo: number }
export type Feed = ReturnType<typeof openFeed>

/** `position` is that of the newest event that was read; `kept` ends with it. */
type State = { position: number | undefined; kept: readonly Told[] }

/** What is appended, by whatever process: read once for all who listen here, and only while somebody does. */
export function openFeed(log: Pick<Log, 'readAfter' | 'appended'>) {
  const listeners = new Set<() => void>()
  const { inTurn } = oneAtATime()
  let following: Subscription | undefined
  let state: State = { position: undefined, kept: [] }

  function begin(): Subscription {
    const own = (state = { position: undefined, kept: [] })
    return log.appended
      .pipe(
        throttleTime(GATHER, undefined, { leading: true, trailing: true }),
        concatMap((head) => defer(() => readUpTo(head, own)).pipe(retry({ delay: AGAIN }))),
      )
      .subscribe()
  }

  async function readUpTo(head: number, own: State): Promise<void> {
    // What happened before anybody listened is read only for those who ask for it.
    own.position ??= head
    while (own.position < head) {
      const events = await read(own.position, head)
      own.kept = [...own.kept, ...events].slice(-KEPT)
      own.position = events.at(-1)?.position ?? head
      for (const tell of listeners) tell()
    }
    for (const tell of listeners) tell()
  }

  /** Nothing of what people wrote is told, so nothing is unsealed. */
  async function read(after: number, upTo: number, userId?: UserId): Promise<Told[]> {
    const wanted = { upTo, columns: ['stream', 'event'] as const, unsealed: false, ...(userId && { userId }) }
    return (await log.readAfter(after, PAGE, wanted)).map(told)
  }

  return {
    /** `tell` is called whenever there is more. Gives back how to hear no longer. */
    listen(tell: () => void): () => void {
      listeners.add(tell)
      following ??= begin()
      return () => {
        listeners.delete(tell)
        if (listeners.size > 0) return
        following?.unsubscribe()
        following = undefined
      }
    },
    /** What is known to have happened after `after`; `undefined` if some of it is no longer kept in mind. */
    recent(after: number): Stretch | undefined {
      const { position = 0, kept } = state
      const missing = position - after
      if (missing <= 0) return { events: [], upTo: after }
      return missing > kept.length ? undefined : { events: kept.slice(-missing), upTo: position }
    },
    /** Some of the same, from the log: of one user, or of all. One asks at a time, so that others can read as well. */
    older(after: number, userId: UserId | undefined): Promise<Stretch> {
      return inTurn(async () => {
        const { position = after } = state
        const events = await read(after, position, userId)
        const last = events.at(-1)
        return { events, upTo: last && events.length === PAGE ? last.position : position }
      })
    },
  }
}
