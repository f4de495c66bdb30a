import type { Instant } from '../events/calendar.ts'
import type { LedgerEvent } from '../events/event.ts'
import type { UserId } from '../events/ids.ts'

/** A stream's state, and what its events say around it: when and by whom it was begun and last changed. */
export type Folded<S> = {
  state: S
  version: number
  /** Of the first event. 0 if there is none. */
  position: number
  recordedAt: Instant | undefined
  changedAt: Instant | undefined
  changedBy: UserId | null
}

type Step<E> = { event: E; version: number; position: number; recordedAt: Instant; actorId: UserId | null }

export function nothingYet<S>(state: S): Folded<S> {
  return { state, version: 0, position: 0, recordedAt: undefined, changedAt: undefined, changedBy: null }
}

/** `folded` with one more event on top. */
export function foldOne<S, E extends LedgerEvent>(
  evolve: (state: S, event: E) => S,
  folded: Folded<S>,
  step: Step<E>,
): Folded<S> {
  return {
    state: evolve(folded.state, step.event),
    version: step.version,
    position: folded.position || step.position,
    recordedAt: folded.recordedAt ?? step.recordedAt,
    changedAt: step.recordedAt,
    changedBy: step.actorId,
  }
}
