import { Conflict, Unavailable } from './append.ts'
import { trackDatabaseClock } from './database-clock.ts'
import { isLost, isPassing, isStale } from './faults.ts'
import { fromSqlTime, type Micros } from './instants.ts'
import { asRead, earlierOutcomes } from './looked-up.ts'
import { writersMemory } from './memory.ts'
import { caughtUp } from './merkle/catch-up.ts'
import { afterStoring, readFrontier, type Edge } from './merkle/edge.ts'
import { isWhole, place, type Head, type Outcome } from './place.ts'
import { plan, type Verdict } from './plan.ts'
import type { Request } from './request.ts'
import { lookAtClock, lookAtHead, writeBatch } from './statements.ts'
import { writersConnection } from './writers-connection.ts'

/** A transaction that was committed: how many requests and events it brought, and what its round trips took. */
export type Batch = { requests: number; events: number; seconds: number; way: 'one trip' | 'careful' }

export type CommitterOptions = {
  url: string
  /** Told after each commit: the position of the head. */
  onCommit: (head: number) => void
  /** Told after each commit what it came to, for figures. */
  onBatch?: ((batch: Batch) => void) | undefined
  /** How long a batch is tried again, in milliseconds, before its callers are told that the database is unavailable. */
  patience?: number
}

/** Commits batches: in one round trip where memory suffices, otherwise the careful way, with the head locked. */
export function openCommitter({ url, onCommit, onBatch, patience = 8_000 }: CommitterOptions) {
  const connection = writersConnection(url)
  const clock = trackDatabaseClock()
  const memory = writersMemory()
  let head: Head | undefined

  async function commit(batch: readonly Request[]): Promise<Outcome[]> {
    const deadline = performance.now() + patience
    try {
      const outcomes = await inOneTrip(batch)
      if (outcomes) return outcomes
    } catch (error) {
      // Whatever it was, the careful way finds out: it looks before it writes.
      await connection.reset(error)
    }
    for (let attempt = 0; ; attempt++) {
      try {
        return await carefully(batch)
      } catch (error) {
        await connection.reset(error)
        if (!isPassing(error) && !isStale(error)) return await oneByOne(batch, error)
        if (performance.now() > deadline) return batch.map(() => ({ refused: unavailable(error) }))
        await new Promise((resolve) => setTimeout(resolve, pause(attempt)))
      }
    }
  }

  /**
   * `undefined` if what this process has in mind does not suffice. It may only accept: what it would refuse, the
   * database decides, which also knows what others have done meanwhile and which commands are there already.
   */
  async function inOneTrip(batch: readonly Request[]): Promise<Outcome[] | undefined> {
    const now = clock.now()
    if (!head || now === undefined || !isWhole(head)) return undefined
    const verdicts = plan(wantedOf(batch), memory.known)
    if (!verdicts?.every((verdict) => 'versions' in verdict)) return undefined
    return write(batch, verdicts, head, now, clock.monotonic(), 'one trip')
  }

  /** Two trips: lock the head and look, then write. What was committed before is recognised by its command id. */
  async function carefully(batch: readonly Request[]): Promise<Outcome[]> {
    const asked = clock.monotonic()
    const [headRows, versions, claims, remembered, done, clockRows] = await connection.query(lookAtHead(batch))
    const row = headRows?.[0]
    if (!row) throw new Error('log_head has no row')
    clock.observe(fromSqlTime(clockRows?.[0]?.now as string))
    const position = Number(row.position)
    if (position !== head?.position) memory.restart(position)
    const edge = await edgeOf(position, row.frontier as Buffer)
    const locked: Head = { position, recordedAt: fromSqlTime(row.recorded_at as string), edge }
    head = locked

    const earlier = earlierOutcomes(batch, remembered ?? [], done ?? [])
    const open = batch.filter((_, index) => !earlier[index])
    const verdicts = plan(wantedOf(open), asRead(versions ?? [], claims ?? [])) ?? []
    const fresh = await write(open, verdicts, locked, clock.now() ?? 0, asked, 'careful')
    return batch.map((_, index) => earlier[index] ?? fresh.shift() ?? { refused: new Conflict('batch') })
  }

  /** The edge of the tree with the head locked at `position`: one more trip where this process does not have it in mind. */
  async function edgeOf(position: number, frontier: Buffer): Promise<Edge> {
    if (head?.position === position && isWhole(head)) return head.edge
    return caughtUp(readFrontier(frontier, position), position, (sql) => connection.query(sql))
  }

  /** An error that no retry mends is one request's own: the others must not suffer for it. */
  async function oneByOne(batch: readonly Request[], error: unknown): Promise<Outcome[]> {
    if (batch.length <= 1) return batch.map(() => ({ refused: error }))
    const outcomes: Outcome[] = []
    for (const request of batch) outcomes.push(...(await commit([request])))
    return outcomes
  }

  async function write(
    batch: readonly Request[],
    verdicts: readonly Verdict[],
    from: Head,
    now: Micros,
    begun: number,
    way: Batch['way'],
  ): Promise<Outcome[]> {
    const { events, outcomes, accepted, to } = place(batch, verdicts, from, now)
    if (accepted.length === 0) {
      if (way === 'careful') await connection.rollback()
      return outcomes
    }
    const look = clock.isDue()
    const statements = writeBatch(from.position, to, events, accepted)
    const answers = await connection.write(look ? [...statements, lookAtClock] : statements)
    if (look) clock.observe(fromSqlTime(answers.at(-1)?.[0]?.now as string))
    head = { ...to, edge: afterStoring(to.edge) }
    accepted.forEach(({ request, versions }) => memory.committed(request.wanted, versions, to.position))
    const seconds = (clock.monotonic() - begun) / 1000
    onBatch?.({ requests: accepted.length, events: events.length, seconds, way })
    onCommit(to.position)
    return outcomes
  }

  return { commit, close: () => connection.close() }
}

function wantedOf(batch: readonly Request[]) {
  return batch.map(({ wanted }) => wanted)
}

function unavailable(cause: unknown): Unavailable {
  return new Unavailable(isLost(cause) ? 'The database cannot be reached' : 'The database is too busy', { cause })
}

/** Milliseconds before the next attempt: short at first, with some chance in it so that writers do not march in step. */
function pause(attempt: number): number {
  return Math.min(500, 5 * 2 ** attempt) * (0.5 + Math.random())
}
