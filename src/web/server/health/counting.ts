import type { EventType } from '../../../events/event.ts'
import type { Log } from '../../../events/log/log.ts'

/** Events that are counted at once: about a tenth of a second's work for the database. */
const PORTION = 100_000

export type Counting = ReturnType<typeof openCounting>

/** Counts the events of the log, each once and by type, portion by portion: to count ten million anew is work of many seconds. */
export function openCounting(log: Pick<Log, 'countByType'>) {
  const byType = new Map<EventType, number>()
  let position = 0

  return {
    /** How many there are up to the position that has been come to. There are as many as it says, or some are missing. */
    counted: () => ({ position, events: sum(byType.values()) }),

    /** Goes on towards `head`, by a portion at most. True if there is more to count. */
    async goOn(head: number): Promise<boolean> {
      const to = Math.min(head, position + PORTION)
      if (to > position) {
        for (const [type, count] of await log.countByType(position, to)) add(byType, type, count)
        position = to
      }
      return position < head
    },

    /** How many events of `types` there are up to `at`; undefined if that is too far from what has been counted to tell soon. */
    async countOf(types: readonly EventType[], at: number): Promise<number | undefined> {
      if (Math.abs(at - position) > PORTION) return undefined
      const of = (counts: ReadonlyMap<EventType, number>) => sum(types.map((type) => counts.get(type) ?? 0))
      const known = of(byType)
      if (at === position) return known
      return at > position
        ? known + of(await log.countByType(position, at))
        : known - of(await log.countByType(at, position))
    },
  }
}

function add(counts: Map<EventType, number>, type: EventType, count: number): void {
  counts.set(type, (counts.get(type) ?? 0) + count)
}

function sum(counts: Iterable<number>): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
