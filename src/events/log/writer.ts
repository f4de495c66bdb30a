import type { Appended } from './append.ts'
import { openCommitter, type CommitterOptions } from './committer.ts'
import type { Outcome } from './place.ts'
import type { Request } from './request.ts'

/**
 * One transaction takes no more than this many requests: with very many callers some are then prepared while others are in
 * the database (a thousand at once waited for each other). Nor more bytes than a modest `max_allowed_packet` holds.
 */
const MOST_REQUESTS = 250
const MOST_BYTES = 4_000_000

type Waiting = { request: Request } & PromiseWithResolvers<Appended>

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
        // The next batch is on its way before the callers of this one are answered: they work while the database does.
        next = takeBatch(waiting)
        if (next.length > 0) committed = commit(next)
        answer(batch, outcomes)
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

  return {
    append(request: Request): Promise<Appended> {
      const same = unanswered.get(request.commandId)
      if (same) return same
      const answer = Promise.withResolvers<Appended>()
      unanswered.set(request.commandId, answer.promise)
      waiting.push({ request, ...answer })
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
