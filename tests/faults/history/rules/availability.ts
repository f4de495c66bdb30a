import type { Facts } from '../facts.ts'
import type { Disturbance, Operation, Violation } from '../history.ts'

/** How long after a disturbance errors may still come of it, in microseconds. */
const AFTERWARDS = 2_000_000

/** No process fails, everything is answered, and with an error only while somebody harms the database or the process itself. */
export function availability(facts: Facts): Violation[] {
  return [...failures(facts), ...withoutReason(facts)]
}

function failures({ failed }: Facts): Violation[] {
  return failed.map((process) => ({ rule: 'available', what: `${process} ended by itself, or hung`, records: [] }))
}

function withoutReason({ operations, disturbances }: Facts): Violation[] {
  const [kills, harmful] = [disturbances.filter(isKill), disturbances.filter((harm) => !isKill(harm))]
  const killed = new Set(kills.map(({ process }) => process))
  return operations.flatMap((operation): Violation[] => {
    const what = whatFailed(operation)
    if (what === undefined) return []
    const excused = operation.answer ? harmful.some((span) => isIn(operation, span)) : killed.has(operation.process)
    return excused ? [] : [{ rule: 'available', what: `${operation.process}: ${what}`, records: [operation] }]
  })
}

function whatFailed({ ask, answer }: Operation): string | undefined {
  if (!answer) return `${ask} was never answered`
  if ('failed' in answer) return `${ask} failed: ${answer.failed}`
  return 'unavailable' in answer ? `${ask} was not available: ${answer.unavailable}` : undefined
}

const isKill = ({ what }: Disturbance) => what === 'process killed'

function isIn({ begin, end }: Operation, span: Disturbance): boolean {
  return begin <= span.end + AFTERWARDS && end >= span.begin
}
