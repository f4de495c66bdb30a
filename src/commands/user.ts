import { changesBetween, isEmpty, newest } from '../events/changes.ts'
import type { UserId } from '../events/ids.ts'
import { ERASED } from '../events/personal.ts'
import { sameName } from '../events/text.ts'
import type { ShareRole, UserEvent, UserFields } from '../events/user.ts'
import { Rejected } from './rejected.ts'
import { unshared, type Shares } from './rights.ts'

export type User =
  { status: 'none' } | ({ status: 'active' | 'deleted' | 'erased'; id: UserId; shares: Shares } & UserFields)

export const noUser: User = { status: 'none' }

export function evolve(user: User, event: UserEvent): User {
  switch (event.type) {
    case 'UserRegistered': {
      const { name, email, role, currency } = event
      return { status: 'active', id: event.userId, name, email, role, currency, shares: unshared }
    }
    case 'UserChanged':
      return user.status === 'none' ? user : { ...user, ...newest(event.changes) }
    case 'UserDeleted':
      return user.status === 'none' ? user : { ...user, status: 'deleted' }
    case 'UserRestored':
      return user.status === 'none' ? user : { ...user, status: 'active' }
    case 'UserErased':
      return user.status === 'none' ? user : { ...user, name: ERASED, email: ERASED, status: 'erased' }
    case 'LedgerShared':
      return user.status === 'none' ? user : { ...user, shares: { ...user.shares, [event.with]: event.role } }
    case 'ShareEnded':
      return user.status === 'none' ? user : { ...user, shares: without(user.shares, event.with) }
  }
}

function without(shares: Shares, one: UserId): Shares {
  const { [one]: _ended, ...rest } = shares
  return rest
}

export type UserCommand =
  | ({ type: 'RegisterUser'; userId: UserId } & UserFields)
  | { type: 'ChangeUser'; wanted: { [F in keyof UserFields]?: UserFields[F] | undefined } }
  | { type: 'DeleteUser' }
  | { type: 'RestoreUser' }
  | { type: 'EraseUser'; name: string }
  | { type: 'ShareLedger'; with: UserId; role: ShareRole }
  | { type: 'EndShare'; with: UserId }

/** What lies outside the user's own stream: whether somebody else has the address, and whether another admin remains. */
export type Surroundings = { emailTaken: boolean; otherAdmins: boolean }

/** What follows from `command`, or `Rejected`. An empty list means nothing new happened. */
export function decide(user: User, command: UserCommand, around: Surroundings): UserEvent[] {
  switch (command.type) {
    case 'RegisterUser': {
      const { userId, name, email, role, currency } = command
      if (user.status !== 'none' || around.emailTaken) throw emailTaken()
      return [{ type: 'UserRegistered', userId, name, email, role, currency }]
    }
    case 'ChangeUser': {
      const { id, status: _status, shares: _shares, ...fields } = active(user)
      const changes = changesBetween<UserFields>(fields, command.wanted)
      if (isEmpty(changes)) return []
      if (changes.email && around.emailTaken) throw emailTaken()
      if (changes.role?.to === 'member' && !around.otherAdmins) throw lastAdmin()
      return [{ type: 'UserChanged', userId: id, changes }]
    }
    case 'DeleteUser': {
      const { id, role } = active(user)
      if (role === 'admin' && !around.otherAdmins) throw lastAdmin()
      return [{ type: 'UserDeleted', userId: id }]
    }
    case 'RestoreUser': {
      if (user.status === 'none') throw userUnknown()
      if (user.status === 'active') throw new Rejected('UserNotDeleted', 'This user is not deleted')
      if (user.status === 'erased') throw new Rejected('UserErased', 'This user is erased: nothing is left to restore')
      if (around.emailTaken) throw emailTaken()
      return [{ type: 'UserRestored', userId: user.id }]
    }
    case 'EraseUser':
      return erased(user, command.name, around)
    case 'ShareLedger': {
      const { id, shares } = active(user)
      if (id === command.with)
        throw new Rejected('InvalidReference', 'A ledger cannot be shared with its owner', 'userId')
      if (shares[command.with] === command.role) return []
      return [{ type: 'LedgerShared', userId: id, with: command.with, role: command.role }]
    }
    case 'EndShare': {
      const { id, shares } = active(user)
      if (!shares[command.with]) throw new Rejected('ShareUnknown', 'The ledger is not shared with this user')
      return [{ type: 'ShareEnded', userId: id, with: command.with }]
    }
  }
}

/** Erasing deletes first, so that all that hides what is deleted hides this as well. */
function erased(user: User, typed: string, around: Surroundings): UserEvent[] {
  if (user.status === 'none') throw userUnknown()
  const { id: userId, name, status } = user
  if (status === 'erased') return []
  if (sameName(typed) !== sameName(name)) throw new Rejected('NameDiffers', 'This is not the name of this user', 'name')
  const deleted = status === 'active' ? decide(user, { type: 'DeleteUser' }, around) : []
  return [...deleted, { type: 'UserErased', userId }]
}

/** `user` if it is there and not deleted, otherwise `Rejected`. */
export function active(user: User): Exclude<User, { status: 'none' }> {
  if (user.status === 'none') throw userUnknown()
  if (user.status !== 'active') throw new Rejected('UserDeleted', 'This user is deleted')
  return user
}

export function userUnknown(): Rejected {
  return new Rejected('UserUnknown', 'There is no such user', 'id')
}

function emailTaken(): Rejected {
  return new Rejected('EmailTaken', 'Another user has this e-mail address', 'email')
}

function lastAdmin(): Rejected {
  return new Rejected('LastAdmin', 'The last admin cannot be deleted or become a member')
}
