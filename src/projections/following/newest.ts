import type { Log } from '../../events/log/log.ts'
import type { Projection } from '../projection.ts'
import { readWindow, type ReadWindow, type Window } from './window.ts'

/** Positions that are kept for who comes a moment later: about a megabyte. */
const KEPT = 1_000

/**
 * How followers read, who all come to the same new events at nearly the same time: the first one reads them for all of
 * `projections`. Who is far behind reads alone, and so does who could go on where what others care for cannot be read.
 */
export function openNewest(log: Pick<Log, 'readAfter'>, projections: readonly Projection[]) {
  let newest: Promise<Window> = Promise.resolve({ from: 0, to: 0, events: [] })

  /** The newest window, made to reach `to`. */
  function reach(from: number, to: number): Promise<Window> {
    const before = newest.catch(() => ({ from, to: from, events: [] }))
    return (newest = before.then((window) => lengthened(window, from, to)))
  }

  /** One that ends before `from` is let go. */
  async function lengthened(window: Window, from: number, to: number): Promise<Window> {
    if (to <= window.to) return window
    if (from > window.to) return readWindow(log, projections, from, to)
    const more = await readWindow(log, projections, window.to, to)
    const first = Math.max(window.from, to - KEPT)
    return { from: first, to, events: [...within(window, first, to), ...more.events] }
  }

  return (projection: Projection): ReadWindow =>
    async (from, to) => {
      const shared = to - from <= KEPT && (await reach(from, to).catch(() => undefined))
      if (!shared || shared.from > from) return readWindow(log, [projection], from, to)
      return { from, to, events: within(shared, from, to) }
    }
}

function within({ events }: Window, from: number, to: number) {
  return events.filter(({ position }) => position > from && position <= to)
}
