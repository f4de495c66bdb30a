import type { AccessEntry } from '../../../api.ts'
import { pageMessages } from '../../page-messages.ts'

/** What an entry says: who, and what that one did. */
export function saidOf({ type, user, actor, other, address }: AccessEntry): { who: string; did: string } {
  const words = pageMessages.access
  // From the command line there is no address; what came from one may be anybody's doing.
  const who = actor?.name ?? (address === null ? pageMessages.activity.commandLine : words.somebody)
  const whose = user?.id === actor?.id ? undefined : user?.name
  const isLeaving = other !== null && other.id === actor?.id
  return { who, did: words.did[type]({ whose, other: other?.name ?? '', isLeaving }) }
}
