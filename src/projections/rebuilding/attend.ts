import { defer, EMPTY, catchError, exhaustMap, timer, type Subscription } from 'rxjs'
import { rateOf, type Build } from './build.ts'
import type { Turn } from './turn.ts'

/** Milliseconds between two signs of life. */
const EVERY = 1_000

/** Shows every process that `builds` are attended to, and how fast they go, until it is unsubscribed from. */
export function attend(builds: readonly Build[], turn: Turn): Subscription {
  async function show(): Promise<void> {
    // The turn's connection does nothing else, and some proxies cut what is silent.
    await turn.check()
    for (const build of builds) await build.places.next.checkpoint.attend(rateOf(build))
  }
  const shown = defer(show).pipe(catchError(() => EMPTY))
  return timer(0, EVERY)
    .pipe(exhaustMap(() => shown))
    .subscribe()
}
