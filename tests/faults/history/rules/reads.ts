import { countUpTo, type Facts } from '../facts.ts'
import type { LogRow, Operation, ReadAsked, Sight, Violation } from '../history.ts'
import { printOfSurroundings } from '../prints.ts'

/**
 * A read saw the log as it was at one moment between question and answer: all that had been told before it began,
 * nothing that was asked for only after it, and each event as it is in the log and as it was asked for.
 */
export function reads(facts: Facts): Violation[] {
  const isRow = rowsAsSeen(facts)
  return facts.operations.flatMap((operation): Violation[] => {
    const what = wrongHead(operation, facts) ?? wrongAnswer(operation, facts, isRow)
    return what ? [{ rule: 'reads are right', what: `${operation.process}: ${what}`, records: [operation] }] : []
  })
}

function wrongHead({ answer, begin, end, ...operation }: Operation, { atLeast, atMost }: Facts): string | undefined {
  if (!answer || !('head' in answer) || answer.head === undefined) return undefined
  if (answer.head > atMost(end)) return `The head was seen at ${answer.head}, which nobody had asked for yet`
  // What wakes followers may come a moment late.
  if (operation.ask === 'head' && operation.woken) return undefined
  const told = atLeast(begin)
  return answer.head < told ? `The head was seen at ${answer.head} after ${told} had been told` : undefined
}

function wrongAnswer(operation: Operation, facts: Facts, isRow: IsRow): string | undefined {
  if (!operation.answer || 'failed' in operation.answer) return undefined
  switch (operation.ask) {
    case 'read':
      return wrongEvents(operation, operation.answer, facts, isRow)
    // Claims are told as of the head that is named, or as of a moment after it.
    case 'holder': {
      const holders = facts.holdersWithin(operation.claim, operation.answer.head, facts.atMost(operation.end))
      if (holders.includes(operation.answer.holder)) return undefined
      return `${operation.claim} was held by ${holders.map((holder) => holder ?? 'nobody').join(', then ')}`
    }
    case 'others': {
      const remain = facts.othersWithin(operation.claim, operation.answer.head, facts.atMost(operation.end))
      return remain.includes(operation.answer.remain)
        ? undefined
        : `Others beside ${operation.claim}: ${remain.join(', then ')}`
    }
    // Their answers are for other rules.
    case 'append':
    case 'head':
    case 'remembered':
      return undefined
  }
}

function wrongEvents(
  { begin, end, ...question }: ReadAsked,
  { events, head }: { events: readonly Sight[]; head?: number },
  facts: Facts,
  isRow: IsRow,
): string | undefined {
  const { after, upTo = Infinity, limit = Infinity } = question
  const rows = facts.rowsOf(question)
  const first = countUpTo(rows, after)
  for (const [index, sight] of events.entries()) {
    const row = rows[first + index]
    if (!row || !isRow(sight, row))
      return `Position ${sight[0]} was seen, which is ${row ? differently(sight, row) : 'not there'}`
  }
  const last = events.at(-1)?.[0] ?? 0
  if (last > Math.min(upTo, facts.atMost(end))) return `Position ${last} was seen too early`
  if (events.length >= limit) return events.length > limit ? `More than ${limit} events were seen` : undefined
  const missed = rows[first + events.length]?.position ?? Infinity
  return missed <= Math.min(upTo, head ?? facts.atLeast(begin)) ? `Position ${missed} was not seen` : undefined
}

type IsRow = (sight: Sight, row: LogRow) => boolean

/** Whether what was seen is this row, as it was asked for. */
function rowsAsSeen({ accepted }: Facts): IsRow {
  const surroundings = new Map<LogRow, string>()
  return ([position, around, content], row) => {
    if (position !== row.position) return false
    const print = surroundings.get(row) ?? printOfSurroundings(row)
    surroundings.set(row, print)
    return around === print && content === (accepted.get(row.commandId)?.events[row.commandIndex]?.content ?? content)
  }
}

function differently([position]: Sight, row: LogRow): string {
  return position === row.position ? 'different in the log' : `not what follows: ${row.position} does`
}
