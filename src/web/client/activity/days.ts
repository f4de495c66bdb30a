import type { AuditEntry } from '../../api.ts'
import { localDate } from '../scope/calendar-days.ts'

/** At least one event. */
export type Run = [AuditEntry, ...AuditEntry[]]
/** One event, or what was asked for at once: the events of a batch that follow one another, newest first. */
export type Line = { kind: 'event'; entry: AuditEntry } | { kind: 'batch'; batch: string; entries: Run; whole: boolean }
export type Day = { day: string; lines: Line[] }

/**
 * `entries`, newest first, by the day on which they were recorded where the person is. With `more` the last ones are not all: a
 * batch that they end in is not whole.
 */
export function daysOf(entries: readonly AuditEntry[], more: boolean): Day[] {
  const days: Day[] = []
  for (const line of linesOf(entries, more)) {
    const day = localDate(new Date(newestOf(line).recordedAt))
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

export function newestOf(line: Line): AuditEntry {
  return line.kind === 'event' ? line.entry : line.entries[0]
}

function linesOf(entries: readonly AuditEntry[], more: boolean): Line[] {
  return runsOf(entries).map((run, index, all): Line => {
    const [entry] = run
    if (entry.batch === null || run.length === 1) return { kind: 'event', entry }
    return { kind: 'batch', batch: entry.batch, entries: run, whole: !more || index < all.length - 1 }
  })
}

/** Neighbours of one batch together, all others alone. */
function runsOf(entries: readonly AuditEntry[]): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && entry.batch !== null && last[0].batch === entry.batch) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

/** Whose name stands for `entries`; `undefined` if several people are behind them. */
export function actorOf(entries: readonly AuditEntry[]): AuditEntry['actor'] | undefined {
  const [first] = entries
  return entries.every(({ actor }) => actor?.id === first?.actor?.id) ? first?.actor : undefined
}

/** How many events of each type, the most first. */
export function countsOf(entries: readonly AuditEntry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { type } of entries) counts.set(type, (counts.get(type) ?? 0) + 1)
  return new Map([...counts].sort(([, one], [, other]) => other - one))
}
