import { streamOf, type LedgerEvent, type Stream } from '../../../src/events/event.ts'
import { ExpenseId, newId } from '../../../src/events/ids.ts'
import type { Append, Guard } from '../../../src/events/log/append.ts'
import { ana, lunchAmended, lunchRecorded, metadata, type Of } from '../../examples.ts'

/** An append of `events` by Ana. A stream among them that no guard names must not exist. */
export function appendOf(events: readonly LedgerEvent[], { guards = [], ...rest }: Partial<Append> = {}): Append {
  const named = new Set(guards.map((guard) => ('stream' in guard ? guard.stream : undefined)))
  const fresh = [...new Set(events.map(streamOf))].filter((stream) => !named.has(stream))
  return {
    commandId: newId(),
    actorId: ana,
    metadata,
    events,
    guards: [...guards, ...fresh.map((stream) => at(stream, 0, Infinity))],
    ...rest,
  }
}

/** `stream` was at `version` when the head was at `seenAt`. */
export function at(stream: Stream, version: number, seenAt: number): Guard {
  return { stream, version, seenAt }
}

/** A new lunch of Ana's. */
export function expense(): Of<'ExpenseRecorded'> {
  return { ...lunchRecorded, expenseId: ExpenseId.parse(newId()) }
}

/** An amendment of `expense`. */
export function amendmentOf({ expenseId }: { expenseId: ExpenseId }): Of<'ExpenseAmended'> {
  return { ...lunchAmended, expenseId }
}
