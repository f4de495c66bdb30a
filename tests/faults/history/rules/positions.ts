import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** Positions are 1 … n without gaps, and the head is at n. */
export function positions({ log: { events, head } }: Facts): Violation[] {
  const violations: Violation[] = []
  const broken = (what: string, ...records: unknown[]) =>
    violations.push({ rule: 'positions are 1 to n', what, records })
  let last = 0
  for (const row of events) {
    if (row.position !== last + 1) broken(`After position ${last} comes ${row.position}`, row)
    last = row.position
  }
  if (head.position !== last) broken(`The head is at ${head.position}, the last event at ${last}`, head)
  return violations
}
