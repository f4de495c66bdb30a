import { rootOf } from '../../events/log/merkle/tree.ts'
import type { Instant } from '../../events/calendar.ts'
import type { EventLine } from '../audit/event-line.ts'
import { openExamination } from '../audit/examination.ts'
import { openTree } from '../audit/tree.ts'
import type { Until } from './until.ts'

/** The log as far as it is to be restored: where it ends, and the root hash of it. */
export type Restored = { position: number; recordedAt: Instant | undefined; rootHash: Buffer }

/**
 * Proves each event of a file, one after the other from the first, and tells those that are to be restored. Throws `Flaw`.
 */
export function openProvenLog(until: Until) {
  const examination = openExamination()
  const all = openTree()
  let restored: Restored = { position: 0, recordedAt: undefined, rootHash: rootOf(all.frontier()) }
  let ended: Restored | undefined

  return {
    /** The event, and whether it is to be restored. */
    take(line: Buffer): { event: EventLine; isWanted: boolean } {
      const event = examination.take(line)
      const isWanted = !ended && until(event)
      if (!isWanted) ended ??= at(restored)
      all.add(event.leaf)
      if (isWanted) restored = { ...restored, position: event.position, recordedAt: event.recordedAt }
      return { event, isWanted }
    },
    /** Of all events, whether they are to be restored or not. */
    events: () => all.frontier().size,
    root: () => all.root(),
    restored: () => ended ?? at(restored),
  }

  /** The tree is that of the events up to there. */
  function at(last: Restored): Restored {
    return { ...last, rootHash: rootOf(all.frontier()) }
  }
}
