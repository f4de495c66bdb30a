import type { Log } from '../../events/log/log.ts'
import { touchesOf } from '../fold.ts'
import type { Projection, Row } from '../projection.ts'
import { readWindow, WINDOW } from '../following/window.ts'

/** The rows that the log makes of `projection`, held in memory: what its table should be. */
export function replay(projection: Projection, log: Pick<Log, 'readAfter'>) {
  const rows = new Map<string, Row>()
  let at = 0
  return {
    rows,
    position: () => at,
    /** Goes on up to and including `position`. */
    async to(position: number): Promise<void> {
      while (at < position) {
        const { events, to } = await readWindow(log, [projection], at, Math.min(position, at + WINDOW))
        for (const { key, next } of touchesOf(projection, events)) rows.set(key, next(rows.get(key)))
        at = to
      }
    },
  }
}
