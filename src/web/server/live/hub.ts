import type { Writable } from 'node:stream'
import { interval, merge, tap, type Subscription } from 'rxjs'
import type { Log } from '../../../events/log/log.ts'
import { openFeed } from './feed.ts'
import { openListener, type Listener, type Listening } from './listener.ts'

/** Milliseconds between two signs of life: proxies end what is silent for a minute. */
const BEAT = 15_000
/** Milliseconds between two looks at whether everybody may still listen. */
const LOOK = 2_000

/** Whether somebody may still listen. Rejects if that cannot be found out just now. */
type MayStill = () => Promise<boolean>

/** Everybody who listens to this process. All are looked after by two clocks, which stand still while there is nobody. */
export function openHub(log: Pick<Log, 'readAfter' | 'appended'>, stopping: AbortSignal | undefined) {
  const feed = openFeed(log)
  const open = new Map<Listener, MayStill>()
  let clocks: Subscription | undefined

  function begin(): Subscription {
    const beating = interval(BEAT).pipe(tap(() => open.forEach((_, listener) => listener.beat())))
    const looking = interval(LOOK).pipe(tap(() => open.forEach((mayStill, listener) => void look(listener, mayStill))))
    return merge(beating, looking).subscribe()
  }

  async function look(listener: Listener, mayStill: MayStill): Promise<void> {
    // Who cannot be asked about just now is asked about again.
    if (!(await mayStill().catch(() => true))) listener.end()
  }

  stopping?.addEventListener('abort', () => open.forEach((_, listener) => listener.end()))

  return {
    add(out: Writable, listening: Listening, mayStill: MayStill): void {
      // Whoever asked may have gone while it was found out who that is: nothing would ever tell so again.
      if (out.closed) return
      const listener = openListener(feed, out, listening)
      open.set(listener, mayStill)
      clocks ??= begin()
      if (stopping?.aborted) listener.end()
      out.once('close', () => {
        open.delete(listener)
        if (open.size > 0) return
        clocks?.unsubscribe()
        clocks = undefined
      })
    },
  }
}
