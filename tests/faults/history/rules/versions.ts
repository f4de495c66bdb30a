import type { Facts } from '../facts.ts'
import type { Violation } from '../history.ts'

/** The versions of each stream are 1 … n, in the order of the log. */
export function versions({ log }: Facts): Violation[] {
  const last = new Map<string, number>()
  return log.events.flatMap((row): Violation[] => {
    const before = last.get(row.stream) ?? 0
    last.set(row.stream, row.version)
    if (row.version === before + 1) return []
    const what = `After version ${before} of ${row.stream} comes ${row.version}`
    return [{ rule: 'versions are 1 to n', what, records: [row] }]
  })
}
