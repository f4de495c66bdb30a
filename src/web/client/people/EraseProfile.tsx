import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { server, toasts } from '../page.ts'
import { NameTyped } from './NameTyped.tsx'

/** Erases a person for ever; says before what goes and what stays. */
export function EraseProfile({ me, user, onClose }: { me: User; user: User; onClose: () => void }) {
  const words = messages.people.erasing
  async function erase(typed: string) {
    await server.eraseUser(user.id, typed)
    if (user.id !== me.id) toasts.say(words.done(user.name))
  }
  return (
    <NameTyped me={me} user={user} title={words.title(user.name)} does={words.erase} run={erase} onClose={onClose}>
      <ul class="erasing">
        {words.text.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </NameTyped>
  )
}
