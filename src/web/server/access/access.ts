import type { Response } from 'express'
import { allows, unshared, type Right, type Shares, type Standing } from '../../../commands/rights.ts'
import { users } from '../../../commands/streams.ts'
import type { UserId } from '../../../events/ids.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'
import { callerOf, needAdmin, type Caller } from '../signing-in/caller.ts'
import { rightAsked } from './gate.ts'

type Asking = Pick<Caller, 'id' | 'role'>

/** What `caller` is in the ledger of `owner`, who shares it as `shares` says. */
export function standingOf(caller: Asking, owner: UserId, shares: Shares): Standing | undefined {
  if (caller.id === owner) return 'owner'
  return caller.role === 'admin' ? 'admin' : shares[caller.id]
}

/** Whether `caller` has `right` in the ledger of `owner`. Whom it is shared with is asked of the log itself: what was ended counts at once. */
export async function may({ log }: Pick<Parts, 'log'>, right: Right, caller: Asking, owner: UserId): Promise<boolean> {
  if (allows(right, standingOf(caller, owner, unshared))) return true
  const { state } = await asOf(log, Number.MAX_SAFE_INTEGER)(users, owner)
  return state.status === 'active' && allows(right, standingOf(caller, owner, state.shares))
}

/** Throws 403 unless `caller` has `right` in the ledger of `owner`. */
export async function need(parts: Pick<Parts, 'log'>, right: Right, caller: Caller, owner: UserId): Promise<void> {
  if (await may(parts, right, caller, owner)) return
  if (await may(parts, 'see', caller, owner)) throw lookingOnly()
  needAdmin(caller)
}

/** Whose ledger a question is about: one's own, an admin's everybody's, or that of `user` if whoever asks has the right to it. */
export async function ledgerAsked(
  parts: Pick<Parts, 'log'>,
  res: Response,
  user: UserId | undefined,
): Promise<UserId | undefined> {
  const caller = callerOf(res)
  if (user !== undefined) await need(parts, rightAsked(res), caller, user)
  return user ?? (caller.role === 'admin' ? undefined : caller.id)
}

function lookingOnly(): Refused {
  return new Refused(403, 'not-allowed', 'This ledger is shared with you for less than that')
}
