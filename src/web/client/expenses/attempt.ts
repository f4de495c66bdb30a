import { errorsOf } from '../form/submission.ts'
import type { Toasts } from '../frame/toasts.ts'
import { messages } from '../messages.ts'
import { Refused } from '../refused.ts'

type Parts = {
  toasts: Pick<Toasts, 'say'>
  /** Shows what is true, after a change that was refused. */
  lookAgain: () => void
}
export type Attempt = (work: () => Promise<unknown>) => Promise<void>

/** For what has no form to show an error in: it is said, and shown how things are. */
export function openAttempt({ toasts, lookAgain }: Parts): Attempt {
  return async (work) => {
    try {
      await work()
    } catch (error) {
      toasts.say(isStale(error) ? messages.toasts.changedMeanwhile : (errorsOf(error)[0]?.message ?? ''))
      lookAgain()
    }
  }
}

/** Whether somebody else changed it first. */
export function isStale(error: unknown): boolean {
  return error instanceof Refused && error.problem.status === 412
}
