import type { Preferences } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import { preferences, toasts } from '../page.ts'

/** Keeps what was chosen, and says so if the server does not take it. */
export function keep(change: Partial<Preferences>): void {
  preferences.save(change).catch((error: unknown) => toasts.say(errorsOf(error)[0]?.message ?? ''))
}
