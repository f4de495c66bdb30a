import test from 'ava'
import { addCategory, archiveCategory, changeCategory } from '../../src/commands/category-commands.ts'
import { amendExpense, deleteExpense, restoreExpense } from '../../src/commands/expense-commands.ts'
import { categories, expenses, users } from '../../src/commands/streams.ts'
import { changeUser, deleteUser, restoreUser } from '../../src/commands/user-commands.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { CategoryId } from '../../src/events/ids.ts'
import { userStream } from '../../src/events/user.ts'
import { ana, anaFields, ben, benFields, EUR, eur, lunch } from '../examples.ts'
import { anybody, atVersion, freshLedger, newExpense, recordLunch } from './fresh-ledger.ts'

test('an answer says where the log is, which stream changed, and what everything came to', async (t) => {
  const { one } = await freshLedger(t)
  const done = await one.done(recordLunch)
  t.like(done, { position: 4, stream: expenseStream(lunch), version: 1 })
  const { state, ...around } = done.of(expenses, lunch)
  t.like(state, { status: 'open', userId: ana, description: 'Lunch', amount: eur('12.50'), currency: EUR })
  t.like(around, { version: 1, position: 4, changedBy: ana })
  const { categoryId } = state as { categoryId: CategoryId }
  t.like(done.of(categories, categoryId).state, { status: 'active', name: 'Food', userId: ana })
  t.like(done.of(users, ana).state, { status: 'active', name: anaFields.name })
})

test('who changed it last and when it began is part of the answer', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  const done = await other.done(amendExpense(lunch, { amount: '9.90' }, anybody), { actorId: ben })
  const [recorded, amended] = await log.readStream(expenseStream(lunch))
  const { state: _state, ...around } = done.of(expenses, lunch)
  t.deepEqual(around, {
    version: 2,
    position: recorded!.position,
    recordedAt: recorded!.recordedAt,
    changedAt: amended!.recordedAt,
    changedBy: ben,
  })
})

test('a command that changes nothing appends nothing and answers the head that it was decided at', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(newExpense(ben))
  for (const door of [one, other]) {
    const done = await door.done(amendExpense(lunch, { amount: '12.5', description: 'Lunch' }, anybody))
    t.like(done, { position: 6, stream: expenseStream(lunch), version: 1 })
  }
  t.is((await log.head()).position, 6)
})

test('a change that is meant for another version than the newest is refused', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(recordLunch)
  t.is(await one.refusal(amendExpense(lunch, { amount: '9.90' }, atVersion(1))), undefined)
  for (const door of [one, other]) {
    for (const version of [0, 1, 3]) {
      t.is(await door.refusal(amendExpense(lunch, { amount: '7' }, atVersion(version))), 'StaleVersion')
      t.is(await door.refusal(deleteExpense(lunch, atVersion(version))), 'StaleVersion')
      t.is(await door.refusal(changeUser(ana, { name: 'x' }, atVersion(version + 2))), 'StaleVersion')
    }
  }
  t.is(await other.refusal(deleteExpense(lunch, atVersion(2))), undefined)
  t.is(await one.refusal(restoreExpense(lunch, atVersion(3))), undefined)
  await other.ask(changeUser(ana, { name: 'Ana' }, atVersion(1)))
  t.is(await one.refusal(changeUser(ana, { name: 'x' }, atVersion(1))), 'StaleVersion')
  t.is(await one.refusal(changeUser(ana, { name: 'x' }, atVersion(2))), undefined)
})

test('a category that is meant in another version than the newest is not changed', async (t) => {
  const { one } = await freshLedger(t)
  const { stream } = await one.done(addCategory(ana, { name: 'Food' }, anybody))
  const id = CategoryId.parse(stream.replace('category-', ''))
  for (const version of [0, 2]) {
    t.is(await one.refusal(changeCategory(id, { name: 'x' }, atVersion(version))), 'StaleVersion')
    t.is(await one.refusal(archiveCategory(id, atVersion(version))), 'StaleVersion')
  }
  t.is(await one.refusal(changeCategory(id, { name: 'Groceries' }, atVersion(1))), undefined)
  t.is(await one.refusal(archiveCategory(id, atVersion(2))), undefined)
})

test('of many changes for one version one is made', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(recordLunch)
  for (let version = 1; version <= 10; version++) {
    const racers = [one, other, one, other].map((door, index) =>
      door.refusal(amendExpense(lunch, { amount: `${version}.${index}1` }, atVersion(version))),
    )
    t.deepEqual((await Promise.all(racers)).sort(), ['StaleVersion', 'StaleVersion', 'StaleVersion', undefined])
  }
})

test('without a version all changes are made, one after the other', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      [one, other][index % 2]!.ask(amendExpense(lunch, { amount: `${index + 1}` }, anybody)),
    ),
  )
  t.is((await log.readStream(expenseStream(lunch))).length, 11)
})

test('what another process has changed meanwhile is no reason to refuse', async (t) => {
  const { one, other } = await freshLedger(t)
  // Each round the first process has in mind what is no longer so.
  const { stream } = await one.done(addCategory(ana, { name: 'Food' }, anybody))
  const id = CategoryId.parse(stream.replace('category-', ''))
  await one.ask(newExpense())
  await one.ask(newExpense(ben))

  await other.ask(deleteUser(ben, anybody))
  t.is(await one.refusal(newExpense(ben)), 'UserDeleted')
  await other.ask(restoreUser(ben, anybody))
  t.is(await one.refusal(newExpense(ben)), undefined)

  await other.ask(changeCategory(id, { name: 'Groceries' }, anybody))
  t.is(await one.refusal(addCategory(ana, { name: 'Groceries' }, anybody)), 'CategoryNameTaken')
  t.is(await one.refusal(addCategory(ana, { name: 'Food' }, anybody)), undefined)

  await other.ask(archiveCategory(id, anybody))
  t.like((await one.done(addCategory(ana, { name: 'groceries' }, anybody))).of(categories, id).state, {
    name: 'groceries',
  })
  t.is(await other.refusal(addCategory(ana, { name: 'Groceries' }, anybody)), 'CategoryNameTaken')

  await other.ask(changeUser(ben, { email: 'okafor@example.org' }, anybody))
  t.is(await one.refusal(changeUser(ana, { email: benFields.email }, anybody)), undefined)
  t.is(await other.refusal(changeUser(ben, { email: benFields.email }, anybody)), 'EmailTaken')

  await other.ask(changeUser(ben, { role: 'admin' }, anybody))
  t.is(await one.refusal(changeUser(ana, { role: 'member' }, anybody)), undefined)
  t.is(await one.refusal(changeUser(ana, { role: 'admin' }, anybody)), undefined)
  t.is(await other.refusal(deleteUser(ben, anybody)), undefined)
  t.is(await one.refusal(deleteUser(ana, anybody)), 'LastAdmin')
  t.is(await one.refusal(restoreUser(ben, anybody)), undefined)
})

test('two processes that take turns overtake each other, and all that they ask for is done', async (t) => {
  const { one, other, log } = await freshLedger(t)
  for (let round = 0; round < 20; round++) {
    for (const door of [one, other]) {
      await door.ask(changeUser(ana, { name: `Ana ${round}` }, anybody))
      await door.ask(amendOrRecord(round))
    }
  }
  t.is((await log.readStream(userStream(ana))).length, 21)

  function amendOrRecord(round: number) {
    return round % 2 ? newExpense() : newExpense(ben)
  }
})

test('a decision looks at one state of a stream, however often it looks', async (t) => {
  const { one, other, log } = await freshLedger(t)
  let looks = 0
  await one.ask(async (read) => {
    const before = await read.state(users, ana)
    if (++looks === 2) await other.ask(changeUser(ana, { name: 'Ana Lindqvist' }, anybody))
    t.is((await read.state(users, ana)).version, before.version)
    const name = (before.state as { name: string }).name
    const changes = { name: { from: name, to: `${name} again` } }
    return { about: userStream(ana), events: looks < 2 ? [] : [{ type: 'UserChanged', userId: ana, changes }] }
  })
  t.is(looks, 3)
  t.like((await log.readStream(userStream(ana))).at(-1), {
    event: { changes: { name: { from: 'Ana Lindqvist', to: 'Ana Lindqvist again' } } },
  })
})
