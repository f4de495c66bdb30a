import {
  NEVER,
  TimeoutError,
  combineLatest,
  defer,
  exhaustMap,
  firstValueFrom,
  ignoreElements,
  merge,
  first,
  timeout,
  timer,
} from 'rxjs'
import type { Runner } from './runner.ts'

/** How often checkpoints are looked at that nobody in this process moves, in milliseconds. */
const LOOK = 20

/** The projections have not come to the position that was asked for in time. */
export class NotReached extends Error {}

/** Resolves once all of `runners` are at `position`; `NotReached` after `patience` milliseconds. */
export async function reached(
  runners: readonly Runner[],
  position: number,
  patience: number,
  followed: boolean,
): Promise<void> {
  const there = combineLatest(runners.map(({ standing }) => standing)).pipe(
    first((standings) => standings.every((standing) => standing.position >= position)),
  )
  const lookAll = defer(() => Promise.all(runners.map(({ look }) => look())))
  const looking = followed
    ? NEVER
    : timer(0, LOOK).pipe(
        exhaustMap(() => lookAll),
        ignoreElements(),
      )
  const behind = runners.filter(({ standing }) => standing.value.position < position)
  try {
    for (const { waiting } of behind) waiting.next(waiting.value + 1)
    await firstValueFrom(merge(there, looking).pipe(timeout(patience)))
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error
    throw new NotReached(`Position ${position} is not reached yet`, { cause: error })
  } finally {
    for (const { waiting } of behind) waiting.next(waiting.value - 1)
  }
}
