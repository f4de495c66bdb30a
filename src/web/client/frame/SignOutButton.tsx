import { errorsOf } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { session, toasts } from '../page.ts'
import { Icon } from './Icon.tsx'

export function SignOutButton() {
  function signOut() {
    session.signOut().catch((error: unknown) => toasts.say(errorsOf(error)[0]?.message ?? ''))
  }
  return (
    <button type="button" class="btn quiet" title={messages.session.signOut} onClick={signOut}>
      <Icon name="leave" /> <span class="word">{messages.session.signOut}</span>
    </button>
  )
}
