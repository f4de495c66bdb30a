import { setTimeout as sleep } from 'node:timers/promises'
import { filter, firstValueFrom } from 'rxjs'
import type { Log } from '../../../src/events/log/log.ts'

/** After an error, in milliseconds. */
const PAUSE = 20

/**
 * Reads the log live, as whoever projects it does: goes on from the one number that it remembers, and when there is no
 * more waits to be woken. Ends at the position that `last` comes to, to which it has to be woken, too.
 */
export async function follow(log: Log, after: number, limit: number, last: Promise<number>): Promise<void> {
  for (let position = after; ;) {
    const events = await log.readAfter(position, limit).catch(() => undefined)
    position = events?.at(-1)?.position ?? position
    if (!events) await sleep(PAUSE)
    if (events?.length !== 0) continue
    const woken = firstValueFrom(log.appended.pipe(filter((head) => head > position)))
    const end = await Promise.race([last, woken.then(() => Infinity)])
    if (position >= end) return
    await woken
  }
}
