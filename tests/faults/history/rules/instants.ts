import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** `recorded_at` is strictly after the last one, never backwards; the head's is not before the last event's. */
export function instants({ log: { events, head } }: Facts): Violation[] {
  const violations = events.flatMap((row, index): Violation[] => {
    const before = events[index - 1]
    if (!before || row.recordedAt > before.recordedAt) return []
    const what = `Position ${row.position} was recorded at ${row.recordedAt}, the one before it at ${before.recordedAt}`
    return [{ rule: 'instants rise', what, records: [before, row] }]
  })
  const last = events.at(-1)
  if (!last || head.recordedAt >= last.recordedAt) return violations
  const what = `The head is at ${head.recordedAt}, the last event at ${last.recordedAt}`
  return [...violations, { rule: 'instants rise', what, records: [last, head] }]
}
