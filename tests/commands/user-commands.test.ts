import test from 'ava'
import {
  changeUser,
  deleteUser,
  registerFirstUser,
  registerUser,
  restoreUser,
} from '../../src/commands/user-commands.ts'
import { users } from '../../src/commands/streams.ts'
import { newId, UserId } from '../../src/events/ids.ts'
import { ana, anaFields, ben, benFields } from '../examples.ts'
import { anybody, emptyLedger, freshLedger, registration } from './fresh-ledger.ts'

test('of many that want to be the first user one is', async (t) => {
  const { one, other, log } = await emptyLedger(t)
  const racers = [one, other, one, other, one, other].map((door, index) => {
    const fields = { ...benFields, email: `user${index}@example.org` }
    return door.refusal(registerFirstUser(registration(UserId.parse(newId()), fields)))
  })
  t.deepEqual((await Promise.all(racers)).sort(), [...Array<string>(5).fill('AlreadySetUp'), undefined])
  t.like(await log.readAfter(0, 10), [{ event: { type: 'UserRegistered', role: 'admin' } }])
  t.is((await log.head()).position, 1)
})

test('there is a first user once, also when nobody is left', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(changeUser(ben, { role: 'admin' }, anybody))
  await one.ask(deleteUser(ana, anybody))
  for (const door of [one, other]) {
    const again = registration(UserId.parse(newId()), { ...anaFields, email: 'first@example.org' })
    t.is(await door.refusal(registerFirstUser(again)), 'AlreadySetUp')
  }
})

test('of two admins who take the role from each other one fails', async (t) => {
  const { one, other } = await freshLedger(t)
  for (let round = 0; round < 10; round++) {
    for (const user of [ana, ben]) await one.ask(changeUser(user, { role: 'admin' }, anybody))
    const doors = [one, round % 2 ? one : other] as const
    const refusals = await Promise.all([
      doors[0].refusal(changeUser(ana, { role: 'member' }, anybody)),
      doors[1].refusal(changeUser(ben, { role: 'member' }, anybody)),
    ])
    t.deepEqual(refusals.toSorted(), ['LastAdmin', undefined])
  }
})

test('of two admins who delete each other one fails', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(changeUser(ben, { role: 'admin' }, anybody))
  for (let round = 0; round < 10; round++) {
    const refusals = await Promise.all([one.refusal(deleteUser(ana, anybody)), other.refusal(deleteUser(ben, anybody))])
    t.deepEqual(refusals.toSorted(), ['LastAdmin', undefined])
    await one.ask(restoreUser(refusals[0] ? ben : ana, anybody))
  }
})

test('of many that register one e-mail address one does', async (t) => {
  const { one, other } = await freshLedger(t)
  const spellings = ['Cleo@Example.org', 'cleo@example.org', 'CLEO@EXAMPLE.ORG', 'cleo@example.org']
  const racers = spellings.map((email, index) => {
    const register = registerUser(registration(UserId.parse(newId()), { ...benFields, email }))
    return [one, other][index % 2]!.refusal(register)
  })
  t.deepEqual((await Promise.all(racers)).sort(), ['EmailTaken', 'EmailTaken', 'EmailTaken', undefined])
})

test('an e-mail address is free once its user is deleted, and then that user cannot come back', async (t) => {
  const { one, other } = await freshLedger(t)
  const cleo = UserId.parse(newId())
  const register = registerUser(registration(cleo, { ...benFields, name: 'Cleo' }))
  t.is(await other.refusal(register), 'EmailTaken')
  await one.ask(deleteUser(ben, anybody))
  t.is(await other.refusal(register), undefined)
  t.is(await one.refusal(restoreUser(ben, anybody)), 'EmailTaken')
  await other.ask(changeUser(cleo, { email: 'cleo@example.org' }, anybody))
  t.is(await one.refusal(restoreUser(ben, anybody)), undefined)
})

test('the spelling of one’s own e-mail address can be changed', async (t) => {
  const { one, other } = await freshLedger(t)
  const done = await one.done(changeUser(ben, { email: 'BEN@Example.org' }, anybody))
  t.like(done.of(users, ben).state, { email: 'BEN@Example.org' })
  t.is(await other.refusal(changeUser(ana, { email: benFields.email }, anybody)), 'EmailTaken')
})

test('a password is kept before the registration counts', async (t) => {
  const { one, log } = await freshLedger(t)
  const cleo = UserId.parse(newId())
  const fields = { ...benFields, email: 'cleo@example.org' }
  const heads: number[] = []
  await one.ask(registerUser(registration(cleo, fields, async () => void heads.push((await log.head()).position))))
  t.deepEqual(heads, [2])
  const again = registration(UserId.parse(newId()), fields, () => Promise.reject(new Error('A password was kept')))
  t.is(await one.refusal(registerUser(again)), 'EmailTaken')
})

test('if the password cannot be kept nobody is registered', async (t) => {
  const { one, log } = await freshLedger(t)
  const fields = { ...benFields, email: 'cleo@example.org' }
  const failing = registration(UserId.parse(newId()), fields, () => Promise.reject(new Error('disk full')))
  await t.throwsAsync(one.ask(registerUser(failing)), { message: 'disk full' })
  t.is((await log.head()).position, 2)
})
