import { errorsOf } from '../form/submission.ts'
import { session, toasts } from '../page.ts'

export function signOut(): void {
  session.signOut().catch((error: unknown) => toasts.say(errorsOf(error)[0]?.message ?? ''))
}
