import type { Facts } from '../facts.ts'
import { countUpTo } from '../facts.ts'
import type { Disturbance, Violation } from '../history.ts'
import { microsOf } from '../micros.ts'

/** Old enough to be final, in microseconds. */
const FINAL = 5_000_000

/**
 * Who looked at the head saw all that was recorded five seconds ago or earlier. The one exception that the design names:
 * a database that was frozen in the middle of a commit makes it visible only when it goes on.
 */
export function finalInstants(facts: Facts): Violation[] {
  const frozen = facts.disturbances.filter(({ what }) => what === 'database frozen')
  return facts.operations.flatMap((operation): Violation[] => {
    const { answer, begin } = operation
    if (operation.ask === 'append' || !answer || !('head' in answer) || answer.head === undefined) return []
    if (operation.ask === 'head' && operation.woken) return []
    const missed = facts.log.events[countUpTo(facts.log.events, answer.head)]
    if (!missed) return []
    const recorded = microsOf(missed.recordedAt) - facts.wallOffset
    if (recorded > begin - FINAL || frozen.some((span) => overlaps(span, recorded, begin))) return []
    const seconds = ((begin - recorded) / 1e6).toFixed(1)
    const what = `Position ${missed.position} was not there yet ${seconds} s after the instant at which it was recorded`
    return [{ rule: 'instants become final', what, records: [operation, missed] }]
  })
}

function overlaps(span: Disturbance, from: number, to: number): boolean {
  return span.begin <= to && span.end >= from
}
