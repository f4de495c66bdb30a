import test from 'ava'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { projectionNames, type Compared, type Progress } from '../../src/projections/projections.ts'
import {
  ana,
  anaRegistered,
  benDeleted,
  EUR,
  food,
  foodAdded,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchRecorded,
} from '../examples.ts'
import { projected } from './projected.ts'

const anotherLunch = () => ({ ...lunchRecorded, expenseId: ExpenseId.parse(newId()) })
const asItShould = { ok: true, differences: [] }

test('a rebuild makes of wrong rows what the log says', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded, lunchAmended, anotherLunch()])
  await projections.rebuild()
  t.deepEqual(await projections.check(), asItShould)

  await rows('update expenses set amount = 1 where id = ?', [lunch])
  await rows('delete from categories')
  await rows('insert into user_totals values (?, ?, 7, 700)', [ana, 'CHF'])
  t.false((await projections.check()).ok)

  const told: Progress[] = []
  const compared: Compared[] = []
  const onCompared = (one: Compared) => compared.push(one)
  await projections.rebuild(undefined, { onCompared, onProgress: (progress) => told.push(progress) })
  t.deepEqual(await projections.check(), asItShould)
  t.like(
    told,
    projectionNames.map((name) => ({ name, position: 5, of: 5 })),
  )
  const differences = compared.flatMap((one) => one.differences)
  t.like(differences, [
    { projection: 'categories', key: food, expected: { id: food, name: 'Food' }, actual: null },
    { projection: 'expenses', key: lunch, field: 'amount', expected: 990, actual: 1 },
    { projection: 'user_totals', key: `${ana} CHF`, expected: null, actual: { count: 7, total: '700' } },
  ])
  t.is(differences.length, 3, 'Each difference was told before the swap')
})

test('one projection is rebuilt alone', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('update expenses set amount = 1')
  await rows('update user_totals set total = 1')
  await projections.rebuild('user_totals')
  t.deepEqual(
    (await projections.check()).differences.map(({ projection }) => projection),
    ['expenses'],
  )
})

test('a rebuild loses nothing and doubles nothing while commands go on and others follow', async (t) => {
  const { projections, process, append, caughtUp } = await projected(t)
  const [following, rebuilding] = [await process(), await process()]
  projections.follow()
  following.follow()
  await append([anaRegistered, foodAdded])
  const commands = (async () => {
    for (let round = 0; round < 60; round++) await append([anotherLunch(), anotherLunch()])
  })()
  for (let round = 0; round < 3; round++) {
    await projections.rebuild()
    await rebuilding.rebuild('expenses')
  }
  await commands
  for (const one of [projections, following]) await caughtUp(one)
  t.deepEqual(await projections.totalsOfUser(ana), [{ currency: EUR, count: 120, total: 120n * 1250n }])
  t.deepEqual(await projections.check(), asItShould)
})

test('a projection that failed goes on after what was wrong is put right and it is rebuilt', async (t) => {
  const { projections, process, append, caughtUp, stopped, rows } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded, benDeleted])
  await stopped(projections, 'users')
  await t.throwsAsync((await process()).rebuild('users'), { message: /^users: Position 3: / })
  await rows(`update events set type = 'UserRestored', user_id = ?, stream = ?, version = 2 where position = 3`, [
    ana,
    `user-${ana}`,
  ])
  const another = await process()
  await another.rebuild('users')
  // What went on meanwhile has still seen what was wrong.
  await another.rebuild('activity')
  await append([anotherLunch()])
  await caughtUp(projections)
  t.deepEqual(await projections.check(), asItShould)
})

test('a table of an older version is rebuilt by itself, and is read meanwhile', async (t) => {
  const { projections, process, append, allLive, caughtUp, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('alter table expenses drop column search')
  await rows(`update expenses_checkpoint set version = 0`)
  const next = await process()
  const { state, error } = (await next.status()).find(({ name }) => name === 'expenses') ?? {}
  t.is(state, 'another release')
  t.is(error, 'The table expenses is still of version 0: version 2 is to be built')
  t.is((await next.expenseById(lunch))?.id, lunch)
  next.follow()
  await allLive(next)
  await caughtUp(next)
  t.deepEqual(await next.check(), asItShould)
})

test('so is one that is ahead of the log; one that is missing is filled', async (t) => {
  const { projections, process, append, allLive, caughtUp, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('drop table categories')
  await rows(`update user_totals_checkpoint set position = 4`)
  const next = await process()
  next.follow()
  await allLive(next)
  await caughtUp(next)
  t.deepEqual(await next.check(), asItShould)
})

test('a table that a newer release keeps is left alone', async (t) => {
  const { projections, append, stopped, rows } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.reached(3, ['expenses'], 10_000)
  await rows(`update expenses_checkpoint set version = 99`)
  await append([lunchDeleted])
  const { state, error } = (await stopped(projections, 'expenses')) ?? {}
  t.is(state, 'another release')
  t.is(error, 'The table expenses belongs to a newer release of the ledger, which keeps it in version 99')
  t.false((await projections.expenseById(lunch))?.deleted)
  await projections.rebuild('expenses')
  await projections.reached(4, ['expenses'], 10_000)
  t.true((await projections.expenseById(lunch))?.deleted, 'Asked to, an older release takes it back')
})
