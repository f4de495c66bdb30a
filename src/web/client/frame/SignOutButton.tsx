import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { signOut } from './sign-out.ts'

export function SignOutButton() {
  return (
    <button type="button" class="btn quiet" title={messages.session.signOut} onClick={signOut}>
      <Icon name="leave" /> <span class="word">{messages.session.signOut}</span>
    </button>
  )
}
