import type { UserId } from '../events/ids.ts'
import type { ShareRole, UserFields } from '../events/user.ts'
import { userStream } from '../events/user.ts'
import type { By } from './by.ts'
import { adminClaim, emailClaim, firstAdmin, userClaims } from './claims.ts'
import { expectVersion } from './expect-version.ts'
import type { Decision, Work } from './handle.ts'
import type { Read } from './read.ts'
import { Rejected } from './rejected.ts'
import { allows } from './rights.ts'
import { users } from './streams.ts'
import { decide, userUnknown, type User, type UserCommand } from './user.ts'

type Registration = { userId: UserId; fields: UserFields; before: () => Promise<void> }

/** `before` keeps the password: secrets are written before the event that makes them count. */
export function registerUser({ userId, fields, before }: Registration): Work {
  return async (read) => {
    const { state } = await read.likelyNew(users, userId)
    const emailTaken = (await read.holder(emailClaim(fields.email))) !== null
    return decided(
      userId,
      state,
      { type: 'RegisterUser', userId, ...fields },
      { emailTaken, otherAdmins: true },
      before,
    )
  }
}

/** The first user of all, who becomes admin. Refused for ever after, whatever happens to that user. */
export function registerFirstUser(registration: Registration): Work {
  return async (read) => {
    if (await read.holder(firstAdmin)) throw new Rejected('AlreadySetUp', 'This ledger has its first user already')
    const decision = await registerUser({ ...registration, fields: { ...registration.fields, role: 'admin' } })(read)
    return {
      ...decision,
      take: [...(decision.take ?? []), { claim: firstAdmin, stream: userStream(registration.userId) }],
    }
  }
}

export function changeUser(id: UserId, wanted: { [F in keyof UserFields]?: UserFields[F] | undefined }, by: By): Work {
  return (read) => onUser(id, { type: 'ChangeUser', wanted }, by, read, wanted.email)
}

export function deleteUser(id: UserId, by: By): Work {
  return (read) => onUser(id, { type: 'DeleteUser' }, by, read)
}

export function restoreUser(id: UserId, by: By): Work {
  return (read) => onUser(id, { type: 'RestoreUser' }, by, read)
}

/** `before` writes down that it was asked for, so that whatever comes between the event and the forgetting is made up for. */
export function eraseUser(id: UserId, name: string, by: By, before: () => Promise<void>): Work {
  return async (read) => ({ ...(await onUser(id, { type: 'EraseUser', name }, by, read)), before })
}

/** Lets `other` into the ledger of `id`; with another role than before that one counts. */
export function shareLedger(id: UserId, { other, role }: { other: UserId; role: ShareRole }, by: By): Work {
  return async (read) => {
    const { state } = await read.state(users, other)
    if (state.status !== 'active') throw new Rejected('InvalidReference', 'There is no such user', 'userId')
    return onUser(id, { type: 'ShareLedger', with: other, role }, by, read)
  }
}

export function endShare(id: UserId, other: UserId, by: By): Work {
  return (read) => onUser(id, { type: 'EndShare', with: other }, by, read)
}

async function onUser(id: UserId, command: UserCommand, by: By, read: Read, newEmail?: string): Promise<Decision> {
  const folded = await read.state(users, id)
  if (folded.state.status === 'none' || !allows('own', by.standingIn(id, folded.state.shares))) throw userUnknown()
  expectVersion(folded, by)
  const email = command.type === 'RestoreUser' ? folded.state.email : newEmail
  const holder = email === undefined ? null : await read.holder(emailClaim(email))
  const around = {
    emailTaken: holder !== null && holder !== userStream(id),
    otherAdmins: folded.state.role !== 'admin' || (await read.others(adminClaim(id))),
  }
  return decided(id, folded.state, command, around)
}

function decided(
  id: UserId,
  user: User,
  command: UserCommand,
  around: { emailTaken: boolean; otherAdmins: boolean },
  before?: () => Promise<void>,
): Decision {
  const events = decide(user, command, around)
  return { about: userStream(id), events, ...userClaims(user, events), ...(before && { before }) }
}
