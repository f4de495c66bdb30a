import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { changes } from './parts.ts'
import { NameTyped } from './NameTyped.tsx'

/** Deletes a profile; an admin can restore it. */
export function DeleteProfile({ me, user, onClose }: { me: User; user: User; onClose: () => void }) {
  const words = messages.people
  const remove = () => changes.remove(user)
  return (
    <NameTyped me={me} user={user} title={words.remove} does={words.remove} run={remove} onClose={onClose}>
      <p>{words.deleteText(user.name)}</p>
    </NameTyped>
  )
}
