import type { UserId } from '../events/ids.ts'
import type { Read } from './read.ts'
import { Rejected } from './rejected.ts'
import { allows, unshared, type Shares, type Standing } from './rights.ts'
import { users } from './streams.ts'
import type { User } from './user.ts'

/** On whose behalf a command runs, and the version it is for (`If-Match`), if that matters. */
export type By = {
  /** What whoever asks is in the ledger of `owner`, who shares it as `shares` says. */
  standingIn: (owner: UserId, shares: Shares) => Standing | undefined
  version?: number | undefined
}

/**
 * Whether anything of `owner` may be changed: `false` where it is not there for whoever asks, as somebody else's, or because
 * its owner is deleted. Refused for those who may only look. It is a guard: a share that ends meanwhile counts.
 */
export async function mayChange(read: Read, owner: UserId, by: By): Promise<boolean> {
  const { state } = await read.state(users, owner)
  if (state.status !== 'active') return false
  const standing = by.standingIn(owner, state.shares)
  if (allows('change', standing)) return true
  if (allows('see', standing)) throw lookingOnly()
  return false
}

/** Refuses who may not add anything to the ledger of `owner`, who is or would be `user`. */
export function needChange(owner: UserId, user: User, by: By): void {
  const standing = by.standingIn(owner, user.status === 'none' ? unshared : user.shares)
  if (allows('see', standing) && !allows('change', standing)) throw lookingOnly()
  if (!allows('change', standing)) throw new Rejected('NotAllowed', 'This is somebody else’s ledger')
}

function lookingOnly(): Rejected {
  return new Rejected('NotAllowed', 'This ledger is shared with you to look at, not to change')
}
