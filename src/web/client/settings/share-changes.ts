import type { Share, SharedLedger, User } from '../../api.ts'
import type { ShareRole } from '../../../events/user.ts'
import { errorsOf } from '../form/submission.ts'
import type { Toasts } from '../frame/toasts.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import type { Server } from '../server.ts'

type Parts = { server: Pick<Server, 'shareLedger' | 'endShare'>; toasts: Pick<Toasts, 'say'> }
type Me = Pick<User, 'id'>

/** The sharing of one's own ledger, and the leaving of others'. */
export function openShareChanges({ server, toasts }: Parts) {
  const words = pageMessages.settings.sharing

  /** Says what went wrong where no form does. */
  async function attempt(work: () => Promise<void>) {
    await work().catch((error: unknown) => toasts.say(errorsOf(error)[0]?.message ?? ''))
  }

  function become({ id }: Me, { userId, name }: Omit<Share, 'role'>, role: ShareRole) {
    return attempt(async () => {
      await server.shareLedger(id, { userId, role })
      toasts.say(words.changed(name, role))
    })
  }

  return {
    /** Throws where the address or the role is refused. */
    async share({ id }: Me, email: string, role: ShareRole) {
      const { name } = await server.shareLedger(id, { email, role })
      toasts.say(words.changed(name, role))
    },
    become,
    end(me: Me, share: Share) {
      return attempt(async () => {
        await server.endShare(me.id, share.userId)
        const undo = { label: messages.toasts.undo, run: () => void become(me, share, share.role) }
        toasts.say(words.ended(share.name), undo)
      })
    },
    async leave({ id }: Me, { userId, name }: Pick<SharedLedger, 'userId' | 'name'>) {
      await server.endShare(userId, id)
      toasts.say(words.left(name))
    },
  }
}
