import { errorsOf } from '../form/submission.ts'
import { people, toasts } from '../page.ts'

/** Fetches everybody anew, and says so if that fails. */
export function lookAgain() {
  people.loadWithTotals().catch((error: unknown) => toasts.say(errorsOf(error)[0]?.message ?? ''))
}
