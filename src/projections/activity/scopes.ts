import type { UserId } from '../../events/ids.ts'
import type { Told } from '../projection.ts'

/** What was asked, beside the type: whose ledger, by whom, in which batch. */
export type Asked = { userId?: UserId | undefined; actorId?: UserId | undefined; batch?: string | undefined }

/** The scope of all events. */
const ALL = ''

/**
 * The scopes that an event is in. Nearly all that happens in a ledger is its owner's own doing, so that is one scope, and a
 * question about the ledger or about its owner asks for two: this one, and what is left.
 */
export function scopesOf({ event: { userId }, actorId, metadata }: Told): string[] {
  const batch = metadata?.batch === undefined ? [] : [inBatch(metadata.batch)]
  if (actorId === userId) return [ALL, own(userId), ...batch]
  const actor = actorId === null ? [] : [by(actorId), between(userId, actorId)]
  return [ALL, byOthersIn(userId), ...actor, ...batch]
}

/** Which scopes have between them, each event once, what `asked` asks for; of a batch, unless a person is named, too. */
export function scopesFor({ userId, actorId, batch }: Asked): string[] {
  if (userId !== undefined && actorId !== undefined)
    return [userId === actorId ? own(userId) : between(userId, actorId)]
  if (userId !== undefined) return [own(userId), byOthersIn(userId)]
  if (actorId !== undefined) return [own(actorId), by(actorId)]
  return [batch === undefined ? ALL : inBatch(batch)]
}

export const inBatch = (batch: string) => `batch ${batch}`

const own = (user: UserId) => `own ${user}`
/** By the command line, too, which is nobody. */
const byOthersIn = (user: UserId) => `in ${user}`
/** In ledgers of others. */
const by = (actor: UserId) => `by ${actor}`
const between = (user: UserId, actor: UserId) => `in ${user} by ${actor}`
