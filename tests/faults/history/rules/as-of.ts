import type { Facts } from '../facts.ts'
import type { ReadAsked, Violation } from '../history.ts'

/** The same question as of the same position has the same answer, however often it is asked while writers run. */
export function asOf({ operations, atLeast }: Facts): Violation[] {
  const reads = operations.filter((operation) => operation.ask === 'read')
  const past = reads.filter(({ upTo, begin }) => upTo !== undefined && upTo <= atLeast(begin))
  return [...Map.groupBy(past, questionOf).values()].flatMap((same): Violation[] => {
    const answered = same.flatMap((read) =>
      read.answer && 'events' in read.answer ? [{ read, answer: read.answer }] : [],
    )
    const [first] = answered
    const other = answered.find(({ answer }) => JSON.stringify(answer.events) !== JSON.stringify(first?.answer.events))
    if (!first || !other) return []
    const what = `As of position ${first.read.upTo} the same question was answered in two ways`
    return [{ rule: 'as of stays the same', what, records: [first.read, other.read] }]
  })
}

function questionOf({ streams, userId, after, limit, upTo }: ReadAsked): string {
  return JSON.stringify([streams, userId, after, limit, upTo])
}
