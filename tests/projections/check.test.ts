import test from 'ava'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { compare } from '../../src/projections/checking/compare.ts'
import { openSequelize } from '../../src/projections/tables/database.ts'
import { placesOf } from '../../src/projections/tables/parts.ts'
import type { Projection } from '../../src/projections/projection.ts'
import { users } from '../../src/projections/users.ts'
import { ana, anaRegistered, dinner, food, foodAdded, lunch, lunchRecorded } from '../examples.ts'
import { projected } from './projected.ts'

const anotherLunch = () => ({ ...lunchRecorded, expenseId: ExpenseId.parse(newId()) })

test('a check names every row that is not what the log says', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded, { ...lunchRecorded, expenseId: dinner }])
  await projections.rebuild()
  await rows(`update users set name = 'Anna'`)
  await rows('delete from categories')
  await rows('insert into user_totals values (?, ?, 7, 700)', [ana, 'CHF'])
  await rows('update expenses set amount = 9007199254740991, deleted = 1 where id = ?', [dinner])
  const { ok, differences } = await projections.check()
  t.false(ok)
  t.like(differences, [
    { projection: 'users', key: ana, field: 'name', expected: 'Ana Prüfer', actual: 'Anna' },
    { projection: 'categories', key: food, expected: { id: food, name: 'Food' }, actual: null },
    { projection: 'expenses', key: dinner, field: 'amount', expected: 1250, actual: 9007199254740991 },
    { projection: 'expenses', key: dinner, field: 'deleted', expected: 0, actual: 1 },
    { projection: 'user_totals', key: `${ana} CHF`, expected: null, actual: { count: 7, total: '700' } },
  ])
  t.is(differences.length, 5)
})

test('a check sees microseconds and trailing blanks', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('update expenses set recorded_at = recorded_at + interval 1 microsecond')
  await rows(`update users set name = concat(name, ' ')`)
  t.deepEqual(
    (await projections.check()).differences.map(({ field }) => field),
    ['name', 'recordedAt'],
  )
})

test('a check names a head that is not the last event', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('delete from events where position = 2')
  t.deepEqual((await projections.check()).differences[0], {
    projection: 'log_head',
    key: 'position',
    field: 'count of events',
    expected: 2,
    actual: 3,
  })
  await rows('update log_head set position = 2')
  const about = (await projections.check()).differences.filter(({ key }) => key === 'checkpoint' || key === 'position')
  t.like(about[0], { projection: 'log_head', field: 'last event', expected: 3, actual: 2 })
  t.like(about.at(-1), { projection: 'activity', field: 'position', expected: 2, actual: 3 })
})

test('a check is right while commands go on, however far the projections are', async (t) => {
  const { projections, process, append, caughtUp } = await projected(t)
  const checking = await process()
  projections.follow()
  await append([anaRegistered, foodAdded, lunchRecorded])
  let commanding = true
  const commands = (async () => {
    while (commanding) await append([anotherLunch(), anotherLunch(), anotherLunch()])
  })()
  const seen = []
  for (let round = 0; round < 5; round++) seen.push(await checking.check())
  await checking.rebuild('expenses')
  seen.push(await checking.check())
  commanding = false
  await commands
  t.deepEqual(seen, Array(6).fill({ ok: true, differences: [] }))
  await caughtUp(projections)
  t.truthy(await projections.expenseById(lunch))
})

test('a rebuild while a check replays the log is no difference', async (t) => {
  const { projections, process, append, log, url } = await projected(t)
  const rebuilding = await process()
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  const sequelize = openSequelize(url)
  t.teardown(() => sequelize.close())
  let rebuilt = false
  const readAfter: typeof log.readAfter = async (...asked) => {
    if (!rebuilt) await rebuilding.rebuild('users')
    rebuilt = true
    return log.readAfter(...asked)
  }
  t.deepEqual(await compare(placesOf(users as Projection, sequelize, { ...log, readAfter }).live), [])
  t.true(rebuilt)
})

test('an event that no longer can be read is a difference, not a crash', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows(`update events set data = '{}' where position = 3`)
  const { differences } = await projections.check()
  t.like(differences, [
    { projection: 'expenses', key: 'log' },
    { projection: 'user_totals', key: 'log' },
    { projection: 'activity', key: 'log' },
  ])
})
