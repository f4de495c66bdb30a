import type { LedgerEvent, Recorded, Stream } from '../../../../src/events/event.ts'
import type { UserId } from '../../../../src/events/ids.ts'
import { namesIn } from '../../../../src/web/server/audit/names.ts'
import { recorded } from '../../../projections/recorded.ts'

/** The last of `events`, which `by` has caused like all the others, and the names that they gave. */
export function lastOf(events: readonly LedgerEvent[], by: UserId | null) {
  const history = recorded(events, by)
  const slices = new Map<Stream, { events: Recorded[] }>()
  for (const event of history) {
    const { events: own } = slices.get(event.stream) ?? { events: [] }
    slices.set(event.stream, { events: [...own, event] })
  }
  return { last: history.at(-1)!, names: namesIn(slices) }
}
