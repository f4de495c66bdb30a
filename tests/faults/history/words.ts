import type { Disturbance, History, Operation, Violation } from './history.ts'

/** So much of each record is shown. */
const SHOWN = 600

/** What was done, in one line. */
export function summaryOf({ operations, log, disturbances }: History): string {
  const counts = Map.groupBy(disturbances, ({ what }) => what)
  const harms = [...counts].map(([what, those]: [Disturbance['what'], unknown[]]) => `${what} ${those.length} ×`)
  const done = `${operations.length} operations, ${log.events.length} events`
  return [`${done}, seen by followers after ${delays(operations)}`, ...harms].join('; ')
}

/**
 * How long after the answer of its append followers had read an event: the median, and what 99 of 100 keep to, those that
 * were killed or frozen among them.
 */
function delays(operations: readonly Operation[]): string {
  const answeredAt = new Map<number, number>()
  for (const { ask, answer, end } of operations) {
    if (ask !== 'append' || !answer || !('appended' in answer)) continue
    for (const { position } of answer.appended.events) {
      answeredAt.set(position, Math.min(end, answeredAt.get(position) ?? Infinity))
    }
  }
  const all = operations.flatMap((operation) => {
    if (operation.ask !== 'read' || operation.follower === undefined) return []
    const events = operation.answer && 'events' in operation.answer ? operation.answer.events : []
    return events.map(([position]) => operation.end - (answeredAt.get(position) ?? operation.end))
  })
  const sorted = all.sort((one, other) => one - other)
  const milliseconds = (share: number) => Math.round(Math.max(0, sorted[Math.floor(sorted.length * share)] ?? 0) / 1000)
  return `${milliseconds(0.5)} ms (99 %: ${milliseconds(0.99)} ms)`
}

/** Each violation with the records that show it, in JSON, a line each. */
export function wordsOf(violations: readonly Violation[]): string {
  return violations
    .map(({ rule, what, records }) => [`✘ ${rule}: ${what}`, ...records.map(lineOf)].join('\n'))
    .join('\n')
}

function lineOf(record: unknown): string {
  const text = JSON.stringify(record)
  return `    ${text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text}`
}
