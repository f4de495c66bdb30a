import { newIdIn } from '../events/batch.ts'
import { streamOf, type LedgerEvent, type Metadata, type Stream } from '../events/event.ts'
import { newId, type UserId } from '../events/ids.ts'
import type { Appended, Claim, Remembered } from '../events/log/append.ts'
import type { Log } from '../events/log/log.ts'
import { claimKey } from './claims.ts'
import { foldOne, nothingYet, type Folded } from './folded.ts'
import { guardedRead, type Read } from './read.ts'
import { Rejected } from './rejected.ts'
import { remembering } from './remembering.ts'
import { categories, expenses, users, type Kind } from './streams.ts'

/** How long a command that is overtaken again and again is tried, in milliseconds. */
const PATIENCE = 5_000

/** Who asks and how; `key` is the idempotency key with a digest of the whole request. */
export type Asked = {
  actorId: UserId | null
  metadata: Metadata
  key?: { userId: UserId; key: string; request: Buffer } | undefined
}

/**
 * What a command comes to. `about` is the stream that it changes above all. `before` runs just before the append, and `onSealed` hears how
 * many of the events are ready for it: what either throws ends the command, with nothing appended.
 */
export type Decision = {
  about: Stream
  events: readonly LedgerEvent[]
  take?: readonly { claim: Claim; stream: Stream }[]
  release?: readonly Claim[]
  before?: () => Promise<void>
  onSealed?: (events: number) => void
}

/** A command's work: look, decide. Runs again from the start if what it looked at has moved. */
export type Work = (read: Read) => Promise<Decision>

/** What the streams that were looked at came to, for the answer; or what was kept of the same request before. */
export type Handled = Done | { replayed: Remembered }
export type Done = {
  commandId: string
  position: number
  /** The stream that it was about, and its version now. */
  stream: Stream
  version: number
  /** What a stream came to, for the answer. */
  of<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id): Folded<S>
}

export type Handle = (asked: Asked, outcome: number, work: Work) => Promise<Handled>

/** The one way to change anything: load, fold, decide, append; again from the start when overtaken. */
export function openHandle(log: Log): Handle {
  const remembered = remembering(10_000)

  return async function handle(asked, outcome, work) {
    const { batch } = asked.metadata
    const commandId = batch === undefined ? newId() : newIdIn(batch)
    const deadline = performance.now() + PATIENCE
    for (let attempt = 0; ; attempt++) {
      const replayed = asked.key && (await log.remembered(asked.key.userId, asked.key.key))
      if (replayed) return checkSame(replayed, asked)
      // What is remembered may be old: a refusal, or nothing to do, is believed only when it was read afresh.
      const looked = guardedRead(log, attempt === 0 ? remembered : undefined)
      try {
        const decision = await work(looked.read)
        if (decision.events.length === 0 && looked.hasGuessed()) continue
        return await settle(decision, looked)
      } catch (error) {
        if (error instanceof Rejected && looked.hasGuessed()) continue
        if (error instanceof Rejected) error.position = looked.head()
        if (log.isTooLarge(error)) throw tooLarge()
        if (!log.isConflict(error) || performance.now() > deadline) throw error
      }
    }

    async function settle(decision: Decision, looked: ReturnType<typeof guardedRead>): Promise<Handled> {
      const { about, events } = decision
      const version =
        (looked.seen.get(about)?.version ?? 0) + events.filter((event) => streamOf(event) === about).length
      if (events.length === 0 && !asked.key) {
        // What looked at nothing was decided at any head.
        return answer(commandId, looked.seen, about, looked.head() || (await log.head()).position)
      }
      await decision.before?.()
      const remember = asked.key && { ...asked.key, outcome, stream: about, version }
      const appended = await log.append({
        commandId,
        actorId: asked.actorId,
        metadata: asked.metadata,
        events,
        guards: [...looked.guards.values()],
        ...(decision.take && { take: decision.take }),
        ...(decision.release && { release: decision.release }),
        ...(decision.onSealed && { onSealed: decision.onSealed }),
        ...(remember && { remember }),
      })
      const after = applied(looked.seen, events, appended, asked.actorId)
      remembered.keep(after, holdersAfter(looked.held, decision), appended.position)
      return answer(commandId, after, about, appended.position)
    }
  }
}

function checkSame(replayed: Remembered, { key }: Asked): Handled {
  if (key?.request.equals(replayed.request)) return { replayed }
  throw new Rejected('IdempotencyKeyReused', 'This key was used with another request', 'Idempotency-Key')
}

/** The states that were looked at, with the new events on top. */
function applied(
  seen: ReadonlyMap<Stream, Folded<unknown>>,
  events: readonly LedgerEvent[],
  appended: Appended,
  actorId: UserId | null,
): Map<Stream, Folded<unknown>> {
  const after = new Map(seen)
  events.forEach((event, index) => {
    const placed = appended.events[index]
    if (!placed) throw new Error('Appended fewer events than were given')
    const kind = kindOf(event)
    const folded = after.get(placed.stream) ?? nothingYet(kind.initial)
    after.set(placed.stream, foldOne(kind.evolve, folded, { ...placed, event, actorId }))
  })
  return after
}

/** The claims that were looked at, taken or given up, with who holds them now. */
function holdersAfter(
  held: ReadonlyMap<string, Stream | null>,
  { take = [], release = [] }: Decision,
): Map<string, Stream | null> {
  const after = new Map(held)
  for (const claim of release) after.set(claimKey(claim), null)
  for (const { claim, stream } of take) after.set(claimKey(claim), stream)
  return after
}

function kindOf(event: LedgerEvent): Kind<unknown, LedgerEvent, never> {
  const kind = 'expenseId' in event ? expenses : 'categoryId' in event ? categories : users
  return kind as unknown as Kind<unknown, LedgerEvent, never>
}

function tooLarge(): Rejected {
  return new Rejected(
    'TooManyExpenses',
    'This is more than the database takes at once: change fewer expenses at a time',
  )
}

function answer(
  commandId: string,
  states: ReadonlyMap<Stream, Folded<unknown>>,
  about: Stream,
  position: number,
): Done {
  return {
    commandId,
    position,
    stream: about,
    version: states.get(about)?.version ?? 0,
    of: (kind, id) => (states.get(kind.stream(id)) ?? nothingYet(kind.initial)) as Folded<typeof kind.initial>,
  }
}
