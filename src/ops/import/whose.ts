import { emailClaim } from '../../commands/claims.ts'
import { UserId } from '../../events/ids.ts'
import type { Ledger } from '../ledger.ts'
import { Unusable } from '../unusable.ts'

/** Whose ledger is meant: of whoever has this e-mail address or id, or of the one user that there is. */
export async function whose({ log, projections }: Ledger, user: string | undefined): Promise<UserId> {
  if (user === undefined) {
    const { items } = await projections.listUsers({ deleted: false, limit: 2 })
    const [only] = items
    if (only && items.length === 1) return only.id
    throw new Unusable('--user: Required: say by e-mail address or id in whose ledger the expenses belong')
  }
  const id = UserId.safeParse(user).data
  if (id) return id
  const { stream } = await log.holder(emailClaim(user))
  if (stream === null) throw new Unusable(`--user: Nobody has the e-mail address ${user}`)
  return UserId.parse(stream.slice('user-'.length))
}
