import test from 'ava'
import { decide, evolve, noUser, type User, type UserCommand } from '../../src/commands/user.ts'
import {
  ana,
  anaChanged,
  anaDeleted,
  anaFields,
  anaRegistered,
  anaRestored,
  ben,
  benDeleted,
  benFields,
  benRegistered,
  EUR,
  USD,
} from '../examples.ts'
import { storyOf } from './story.ts'

/** What is true of the other users: nobody has the address and there is another admin, unless the story says otherwise. */
type Around = { emailTaken?: boolean; otherAdmins?: boolean }

const story = storyOf({
  initial: noUser,
  evolve,
  decide: (user: User, { command, ...around }: { command: UserCommand } & Around) =>
    decide(user, command, { emailTaken: false, otherAdmins: true, ...around }),
})

const registerAna: UserCommand = { type: 'RegisterUser', userId: ana, ...anaFields }
const change = (wanted: Extract<UserCommand, { type: 'ChangeUser' }>['wanted']): UserCommand => ({
  type: 'ChangeUser',
  wanted,
})

test('a registration says who it is', story, {
  given: [],
  when: { command: registerAna },
  then: [anaRegistered],
})
test('an e-mail address belongs to one user', story, {
  given: [],
  when: { command: registerAna, emailTaken: true },
  then: 'EmailTaken',
})
test('who is registered cannot be registered again', story, {
  given: [anaRegistered],
  when: { command: registerAna },
  then: 'EmailTaken',
})

test('a change says what was and what is, of all that changed', story, {
  given: [anaRegistered],
  when: { command: change({ name: 'Ana Lindqvist', email: 'lindqvist@example.org', currency: USD }) },
  then: [anaChanged],
})
test('a change follows from the newest state', story, {
  given: [anaRegistered, anaChanged],
  when: { command: change({ name: 'Ana' }) },
  then: [{ type: 'UserChanged', userId: ana, changes: { name: { from: 'Ana Lindqvist', to: 'Ana' } } }],
})
test('what is the same already is no change', story, {
  given: [anaRegistered],
  when: { command: change(anaFields) },
  then: [],
})
test('nothing wanted is no change', story, {
  given: [anaRegistered],
  when: { command: change({ name: undefined }) },
  then: [],
})
test('only an e-mail address that is new has to be free', story, {
  given: [anaRegistered],
  when: { command: change({ name: 'Ana', email: anaFields.email }), emailTaken: true },
  then: [{ type: 'UserChanged', userId: ana, changes: { name: { from: 'Ana Prüfer', to: 'Ana' } } }],
})
test("another user's e-mail address cannot be taken", story, {
  given: [anaRegistered],
  when: { command: change({ email: benFields.email }), emailTaken: true },
  then: 'EmailTaken',
})
test('an unknown user cannot be changed', story, {
  given: [],
  when: { command: change({ name: 'Ana' }) },
  then: 'UserUnknown',
})
test('a deleted user cannot be changed', story, {
  given: [anaRegistered, anaDeleted],
  when: { command: change({ name: 'Ana' }) },
  then: 'UserDeleted',
})
test('an admin can become a member while there is another admin', story, {
  given: [anaRegistered],
  when: { command: change({ role: 'member' }) },
  then: [{ type: 'UserChanged', userId: ana, changes: { role: { from: 'admin', to: 'member' } } }],
})
test('the last admin cannot become a member', story, {
  given: [anaRegistered],
  when: { command: change({ role: 'member' }), otherAdmins: false },
  then: 'LastAdmin',
})
test('the last admin may change everything else', story, {
  given: [anaRegistered],
  when: { command: change({ name: 'Ana', role: 'admin' }), otherAdmins: false },
  then: [{ type: 'UserChanged', userId: ana, changes: { name: { from: 'Ana Prüfer', to: 'Ana' } } }],
})
test('a member can become an admin', story, {
  given: [benRegistered],
  when: { command: change({ role: 'admin' }) },
  then: [{ type: 'UserChanged', userId: ben, changes: { role: { from: 'member', to: 'admin' } } }],
})

test('a user can be deleted', story, {
  given: [benRegistered],
  when: { command: { type: 'DeleteUser' }, otherAdmins: false },
  then: [benDeleted],
})
test('an admin can be deleted while there is another admin', story, {
  given: [anaRegistered],
  when: { command: { type: 'DeleteUser' } },
  then: [anaDeleted],
})
test('the last admin cannot be deleted', story, {
  given: [anaRegistered],
  when: { command: { type: 'DeleteUser' }, otherAdmins: false },
  then: 'LastAdmin',
})
test('an unknown user cannot be deleted', story, {
  given: [],
  when: { command: { type: 'DeleteUser' } },
  then: 'UserUnknown',
})
test('a deleted user cannot be deleted again', story, {
  given: [anaRegistered, anaDeleted],
  when: { command: { type: 'DeleteUser' } },
  then: 'UserDeleted',
})

test('a deleted user can be restored', story, {
  given: [anaRegistered, anaDeleted],
  when: { command: { type: 'RestoreUser' } },
  then: [anaRestored],
})
test('whoever is not deleted cannot be restored', story, {
  given: [anaRegistered, anaDeleted, anaRestored],
  when: { command: { type: 'RestoreUser' } },
  then: 'UserNotDeleted',
})
test('an unknown user cannot be restored', story, {
  given: [],
  when: { command: { type: 'RestoreUser' } },
  then: 'UserUnknown',
})
test('a user whose e-mail address was taken meanwhile cannot be restored', story, {
  given: [anaRegistered, anaDeleted],
  when: { command: { type: 'RestoreUser' }, emailTaken: true },
  then: 'EmailTaken',
})
test('a restored user is as before the deletion', story, {
  given: [anaRegistered, anaChanged, anaDeleted, anaRestored],
  when: { command: change({ name: 'Ana Lindqvist', currency: EUR }) },
  then: [{ type: 'UserChanged', userId: ana, changes: { currency: { from: USD, to: EUR } } }],
})

test('a story without an end fails', async (t) => {
  const told = await t.try(story, { given: [], when: { command: registerAna } } as never)
  told.discard()
  t.false(told.passed)
})
