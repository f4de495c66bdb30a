import { filter, firstValueFrom, from, map, merge } from 'rxjs'
import type { Log } from '../../../../src/events/log/log.ts'

/** Believes that it has seen everything up to where the head is once it has read. */
export async function followCarelessly(log: Log, after: number, limit: number, last: Promise<number>): Promise<void> {
  let head = 0
  log.appended.subscribe((position) => (head = position))
  const ending = from(last).pipe(map((end) => ({ end })))
  for (let position = after; ;) {
    const events = await log.readAfter(position, limit)
    position = Math.max(head, events.at(-1)?.position ?? position)
    const woken = log.appended.pipe(
      filter((newest) => newest > position),
      map(() => ({ end: Infinity })),
    )
    const { end } = await firstValueFrom(merge(woken, ending))
    if (position >= end) return
  }
}
