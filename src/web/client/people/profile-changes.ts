import type { User } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import type { Toasts } from '../frame/toasts.ts'
import { messages } from '../messages.ts'
import type { Server } from '../server.ts'

type Parts = { server: Pick<Server, 'deleteUser' | 'restoreUser'>; toasts: Pick<Toasts, 'say'> }

/** The deleting of profiles, which a toast can take back. */
export function openProfileChanges({ server, toasts }: Parts) {
  async function restore(user: User) {
    try {
      const restored = await server.restoreUser(user)
      toasts.say(messages.people.restored(restored.name))
    } catch (error) {
      toasts.say(errorsOf(error)[0]?.message ?? '')
    }
  }

  async function remove(user: User) {
    const deleted = await server.deleteUser(user)
    const undo = { label: messages.toasts.undo, run: () => void restore(deleted) }
    toasts.say(messages.people.deleted(deleted.name), undo)
  }

  return { remove, restore }
}
