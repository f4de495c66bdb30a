import {
  auditTime,
  concatMap,
  defer,
  EMPTY,
  filter,
  merge,
  retry,
  timer,
  type Observable,
  type Subscription,
} from 'rxjs'
import type { Checkpoints, Signed } from './checkpoints.ts'

/** A checkpoint is signed once there are so many events since the last, and so many seconds after an event at the latest. */
export type Pace = { events: number; seconds: number }

type Options = {
  /** Positions of the head, as it moves. */
  appended: Observable<number>
  checkpoints: Pick<Checkpoints, 'sign'>
  pace: Pace
  /** Hears what each attempt came to. */
  onSigned: (signed: Signed) => void
  /** Hears of errors; then the same is tried again. */
  onError: (error: unknown) => void
}

/** Signs the log as it grows, for as long as it is subscribed to. */
export function signAsItGrows({ appended, checkpoints, pace, onSigned, onError }: Options): Subscription {
  const patience = pace.seconds * 1000
  let upTo = 0

  async function sign(position: number): Promise<void> {
    const signed = await checkpoints.sign()
    // What was refused would be refused again, until there is more.
    upTo = 'signed' in signed ? signed.signed.position : position
    onSigned(signed)
  }

  const signing = (position: number) => {
    return defer(() => sign(position)).pipe(
      retry({
        delay: (error) => {
          onError(error)
          return timer(patience)
        },
      }),
    )
  }
  const many = appended.pipe(filter((position) => position >= upTo + pace.events))
  return merge(many, appended.pipe(auditTime(patience)))
    .pipe(concatMap((position) => (position > upTo ? signing(position) : EMPTY)))
    .subscribe()
}
