import { canonicalJson } from '../canonical-json.ts'
import type { Facts } from '../facts.ts'
import type { Appended, LogRow, Violation } from '../history.ts'

/** What was answered is in the log, as answered; whoever asks again is answered the same. */
export function answers({ attempts, ofCommand }: Facts): Violation[] {
  return [...attempts].flatMap(([id, asked]): Violation[] => {
    const rows = ofCommand.get(id) ?? []
    const answered = asked.flatMap((attempt) => (attempt.answer && 'appended' in attempt.answer ? [attempt] : []))
    const [first] = answered
    const broken = (what: string): Violation[] => [
      { rule: 'answers are kept', what: `Command ${id} ${what}`, records: [...asked, ...rows] },
    ]
    const given = answered.map(({ answer }) => (answer as { appended: Appended }).appended)
    if (new Set(given.map(canonicalJson)).size > 1) {
      return broken('was answered differently when it was asked again')
    }
    if (given[0] && !agree(given[0], rows)) {
      return broken(rows.length === 0 ? 'was answered, and is not in the log' : 'is not in the log as it was answered')
    }
    const refusedAfter = asked.some(({ answer, begin }) => {
      return first && answer && 'conflict' in answer && begin > first.end
    })
    return refusedAfter ? broken('was refused after it had been answered') : []
  })
}

function agree({ position, events }: Appended, rows: readonly LogRow[]): boolean {
  if (events.length !== rows.length) return false
  if (events.length > 0 && events.at(-1)?.position !== position) return false
  return events.every((placed, index) => {
    const row = rows[index]
    return (
      placed.position === row?.position &&
      placed.stream === row.stream &&
      placed.version === row.version &&
      placed.recordedAt === row.recordedAt
    )
  })
}
