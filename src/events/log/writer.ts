import { Unavailable, type Appended } from './append.ts'
import { openCommitter, type CommitterOptions } from './committer.ts'
import type { Outcome } from './place.ts'
import type { Request } from './request.ts'

/**
 * One transaction takes no more than this many requests: with very many callers some are then prepared while others are in
 * the database (a thousand at once waited for each other). Nor more bytes than a modest `max_allowed_packet` holds.
 */
const MOST_REQUESTS = 250
const MOST_BYTES = 4_000_000
/** A transaction costs as much as some ten events: the callers of a smaller batch are better off together. */
const WORTH_HALVING = 32

/** Milliseconds after which a request that still waits for its turn is refused: its caller may be gone, and may ask again. */
const LONGEST_WAIT = 8_000

type Waiting = { request: Request; since: number } & PromiseWithResolvers<Appended>

/**
 * Group commit: while a transaction is under way requests wait, and the next one takes all that wait. Callers are
 * answered only after the commit; a request that is refused fails alone. One writer per process.
 */
export function openWriter(options: CommitterOptions) {
  const committer = openCommitter(options)
  const waiting: Waiting[] = []
  /** By command id: a command that is appended again before it was answered gets the same answer. */
  const unanswered = new Map<string, Promise<Appended>>()
  let running: Promise<void> | undefined

  async function drain(): Promise<void> {
    for (let batch = await gather(); batch.length > 0; batch = await gather()) {
      let committed = commit(batch)
      for (let next: Waiting[]; batch.length > 0; batch = next) {
        const outcomes = await committed
        turnAway()
        // The next batch is on its way before the callers of this one are answered: they work while the database does.
        next = takeBatch(waiting)
        const first = next.length === 0 && batch.length >= WORTH_HALVING ? batch.length >> 1 : 0
        if (first > 0) {
          // Everybody was in this batch. Half of them may ask again before the rest is answered, and so take turns.
          answer(batch.slice(0, first), outcomes)
          next = await gather()
        }
        if (next.length > 0) committed = commit(next)
        answer(batch.slice(first), outcomes.slice(first))
      }
    }
    running = undefined
  }

  /** Callers that were just answered get their turn to ask again before a batch is closed. */
  async function gather(): Promise<Waiting[]> {
    await new Promise(setImmediate)
    return takeBatch(waiting)
  }

  function commit(batch: readonly Waiting[]): Promise<Outcome[]> {
    return committer.commit(batch.map(({ request }) => request))
  }

  function answer(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    batch.forEach(({ request, resolve, reject }, index) => {
      const outcome = outcomes[index]
      unanswered.delete(request.commandId)
      if (outcome && 'appended' in outcome) resolve(outcome.appended)
      else reject(outcome?.refused)
    })
  }

  function turnAway(): void {
    const late = performance.now() - LONGEST_WAIT
    for (let first = waiting[0]; first && first.since < late; first = waiting[0]) {
      waiting.shift()
      unanswered.delete(first.request.commandId)
      first.reject(new Unavailable('The database is too busy'))
    }
  }

  return {
    append(request: Request): Promise<Appended> {
      const same = unanswered.get(request.commandId)
      if (same) return same
      const answer = Promise.withResolvers<Appended>()
      unanswered.set(request.commandId, answer.promise)
      waiting.push({ request, since: performance.now(), ...answer })
      running ??= drain()
      return answer.promise
    },
    /** Answers everything that waits, then lets the connection go. */
    async close(): Promise<void> {
      await running
      await committer.close()
    },
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let count = 0
  for (let bytes = 0; count < Math.min(waiting.length, MOST_REQUESTS); count++) {
    bytes += waiting[count]?.request.size ?? 0
    if (count > 0 && bytes > MOST_BYTES) break
  }
  return waiting.splice(0, count)
}
