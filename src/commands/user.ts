import { changesBetween, isEmpty, newest } from '../events/changes.ts'
import type { UserId } from '../events/ids.ts'
import type { UserEvent, UserFields } from '../events/user.ts'
import { Rejected } from './rejected.ts'

export type User = { status: 'none' } | ({ status: 'active' | 'deleted'; id: UserId } & UserFields)

export const noUser: User = { status: 'none' }

export function evolve(user: User, event: UserEvent): User {
  switch (event.type) {
    case 'UserRegistered': {
      const { name, email, role, currency } = event
      return { status: 'active', id: event.userId, name, email, role, currency }
    }
    case 'UserChanged':
      return user.status === 'none' ? user : { ...user, ...newest(event.changes) }
    case 'UserDeleted':
      return user.status === 'none' ? user : { ...user, status: 'deleted' }
    case 'UserRestored':
      return user.status === 'none' ? user : { ...user, status: 'active' }
  }
}

export type UserCommand =
  | ({ type: 'RegisterUser'; userId: UserId } & UserFields)
  | { type: 'ChangeUser'; wanted: { [F in keyof UserFields]?: UserFields[F] | undefined } }
  | { type: 'DeleteUser' }
  | { type: 'RestoreUser' }

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
      const { id, status: _status, ...fields } = active(user)
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
      if (around.emailTaken) throw emailTaken()
      return [{ type: 'UserRestored', userId: user.id }]
    }
  }
}

/** `user` if it is there and not deleted, otherwise `Rejected`. */
export function active(user: User): Extract<User, { status: 'active' | 'deleted' }> {
  if (user.status === 'none') throw userUnknown()
  if (user.status === 'deleted') throw new Rejected('UserDeleted', 'This user is deleted')
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
