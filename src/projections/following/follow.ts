import {
  audit,
  concatMap,
  defer,
  delay,
  expand,
  filter,
  ignoreElements,
  map,
  race,
  retry,
  take,
  tap,
  timer,
  type Observable,
} from 'rxjs'
import type { Runner } from './runner.ts'

/** Milliseconds for which events are gathered: a step costs nearly the same for one event as for ten. */
const GATHER = 10
/** Milliseconds before the database is asked again after a fault that passes. */
const PAUSE = 250
/** How often it is looked whether a projection that does not go on has been rebuilt, in milliseconds. */
const STOPPED = 1_000
/** After this many milliseconds without a new event it is written down how far all has been looked at. */
const QUIET = 500

/**
 * Keeps `runner` at the head for as long as it is subscribed to; carries nothing, never ends, never fails. Positions flow, not
 * events: the next step is asked for when the last one is committed, so nothing piles up.
 */
export function follow(
  { projection, standing, waiting, look, looked, advance, settle, retry: tryAgain }: Runner,
  appended: Observable<number>,
  onFailed: (error: Error) => void,
): Observable<never> {
  const { rest = 0 } = projection
  let rested = 0

  async function step(head: number | undefined): Promise<void> {
    if (head === undefined) return settle()
    await advance(head)
    rested = performance.now() + rest
    const { state, error } = standing.value
    if (state === 'failed') onFailed(new Error(error ?? 'Failed'))
  }

  /** For how long events are gathered: while it rests, unless somebody waits. */
  function gathering(): Observable<unknown> {
    const asked = waiting.pipe(
      filter((count) => count > 0),
      delay(GATHER),
    )
    return race(asked, timer(Math.max(GATHER, rested - performance.now())))
  }

  function next(): Observable<void> {
    if (standing.value.state !== 'live') return timer(STOPPED).pipe(concatMap(look), tap(looked))
    const more = appended.pipe(
      filter((head) => head > standing.value.position),
      audit(gathering),
      take(1),
    )
    const quiet = timer(QUIET).pipe(map(() => undefined))
    return race(more, quiet).pipe(concatMap(step), tap(looked))
  }

  return defer(tryAgain).pipe(expand(next), retry({ delay: PAUSE }), ignoreElements())
}
