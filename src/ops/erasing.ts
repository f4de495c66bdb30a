import type { Logger } from 'pino'
import { concatMap, timer, type Subscription } from 'rxjs'
import type { Erasures } from '../web/server/erasing/erasures.ts'

const MINUTE = 60_000

/** Makes up for erasures that were cut short, now and every minute. */
export function finishErasures(erasures: Pick<Erasures, 'resume'>, logger: Logger): Subscription {
  const finish = () =>
    erasures.resume().catch((error: unknown) => logger.warn({ err: error }, 'An erasure could not be finished yet'))
  return timer(0, MINUTE).pipe(concatMap(finish)).subscribe()
}
