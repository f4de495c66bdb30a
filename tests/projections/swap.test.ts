import test from 'ava'
import { setTimeout as pause } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { compare } from '../../src/projections/checking/compare.ts'
import { openSequelize } from '../../src/projections/tables/database.ts'
import { expenses } from '../../src/projections/expenses/projection.ts'
import { placesOf } from '../../src/projections/tables/parts.ts'
import type { Projection } from '../../src/projections/projection.ts'
import { Busy, NothingKept, projectionNames, Stopped } from '../../src/projections/projections.ts'
import { rebuild } from '../../src/projections/rebuilding/rebuild.ts'
import { openRename } from '../../src/projections/rebuilding/rename.ts'
import { openRunner } from '../../src/projections/following/runner.ts'
import { bring } from '../../src/projections/following/bring.ts'
import { openTurns } from '../../src/projections/rebuilding/turns.ts'
import { users } from '../../src/projections/users.ts'
import { anaRegistered, benDeleted, foodAdded, lunch, lunchAmended, lunchRecorded } from '../examples.ts'
import { projected } from './projected.ts'

const anotherLunch = () => ({ ...lunchRecorded, expenseId: ExpenseId.parse(newId()) })
const asItShould = { ok: true, differences: [] }

test('a long read holds up the swap, and neither reads nor writes; other processes see how far it is', async (t) => {
  const { projections, process, append, caughtUp, rows, url } = await projected(t)
  const other = await process()
  projections.follow()
  await append([anaRegistered, foodAdded, lunchRecorded])
  await caughtUp(projections)
  const reader = await createConnection({ uri: url })
  t.teardown(() => reader.destroy())
  await reader.query('start transaction')
  await reader.query('select count(*) from expenses')

  const rebuilt = projections.rebuild('expenses')
  const waiting = `select 1 from information_schema.processlist where db = database() and info like 'rename table%'`
  while ((await rows(waiting)).length === 0) await pause(10)
  await append([lunchAmended])
  await caughtUp(projections)
  t.is((await projections.expenseById(lunch))?.version, 2)
  const { rebuild: seen } = (await other.status()).find(({ name }) => name === 'expenses') ?? {}
  t.like(seen, { of: seen?.position })
  await reader.query('commit')
  await rebuilt
  t.is((await other.status()).find(({ name }) => name === 'expenses')?.rebuild, null)
  t.deepEqual(await projections.check(), asItShould)
})

test('a checkpoint that is held is moved by nobody; if it is not let go, the hold lapses', async (t) => {
  const { projections, append, caughtUp, log, url } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  const sequelize = openSequelize(url)
  t.teardown(() => sequelize.close())
  const { checkpoint } = placesOf(users, sequelize, log).live
  /** Whether a step could be taken, which then is not. */
  async function isMoved(): Promise<boolean> {
    const transaction = await sequelize.transaction()
    const moved = await checkpoint.move({ version: 1, position: 0 }, 1, 1, transaction)
    await transaction.rollback()
    return moved
  }
  await checkpoint.hold()
  t.false(await isMoved())
  await checkpoint.release()
  t.true(await isMoved())
  await checkpoint.hold()
  projections.follow()
  await caughtUp(projections)
  t.deepEqual(await projections.check(), asItShould)
})

test('one rebuild of a projection at a time, of all processes', async (t) => {
  const { projections, process, append } = await projected(t)
  const other = await process()
  await append([anaRegistered, foodAdded, lunchRecorded])
  const { promise: begun, resolve: onBegun } = Promise.withResolvers<void>()
  const rebuilt = projections.rebuild('users', { onBegun })
  await begun
  await t.throwsAsync(other.rebuild(), { instanceOf: Busy })
  await rebuilt
  await other.rebuild()
  t.deepEqual(await projections.check(), asItShould)
})

test('a table that was kept can be put back, and catches up; and back again', async (t) => {
  const { projections, append, caughtUp, rows } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded, lunchRecorded])
  await caughtUp(projections)
  await rows(`update expenses set description = 'as it was'`)
  await projections.rebuild('expenses', { keep: true })
  await append([anotherLunch()])
  await caughtUp(projections)
  t.is((await projections.expenseById(lunch))?.description, lunchRecorded.description)

  await projections.rebuildBack('expenses')
  t.is((await projections.expenseById(lunch))?.description, 'as it was')
  await append([anotherLunch()])
  await caughtUp(projections)
  t.is((await projections.totalsOfExpenses({ deleted: 'false' })).count, 3)

  await projections.rebuildBack('expenses')
  await caughtUp(projections)
  t.deepEqual(await projections.check(), asItShould)
})

test('what is not kept is gone', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  const left = await rows(`select table_name from information_schema.tables
    where table_schema = database() and (table_name like '%\\_next' or table_name like '%\\_old')`)
  t.deepEqual(left, [])
  await t.throwsAsync(projections.rebuildBack('users'), { instanceOf: NothingKept })
})

test('of several that are rebuilt, only the one fails that an event cannot be applied to', async (t) => {
  const { projections, append, rows } = await projected(t)
  await append([anaRegistered, foodAdded, lunchRecorded])
  await projections.rebuild()
  await rows('update expenses set amount = 1')
  await rows(`update users set name = 'Anna'`)
  await append([benDeleted])
  const message = /^users: Position 4: There is nothing under/
  await t.throwsAsync(projections.rebuild(), { instanceOf: Stopped, message })
  const { differences } = await projections.check()
  t.false(differences.some(({ projection }) => projection === 'expenses'))
  t.is((await rows<{ name: string }>('select name from users'))[0]?.name, 'Anna', 'It is read as it was')
  const { state, error } = (await projections.status()).find(({ name }) => name === 'users') ?? {}
  t.is(state, 'live')
  t.regex(error ?? '', /^The last rebuild stopped: Position 4: /)
})

test('a release that keeps a table in an older version stops when a newer one has replaced it', async (t) => {
  const { projections, process, append, caughtUp, stopped, log, url } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded, lunchRecorded])
  await caughtUp(projections)
  const sequelize = openSequelize(url)
  t.teardown(() => sequelize.close())
  const newer = { ...expenses, version: expenses.version + 1, indexes: expenses.indexes.slice(0, 2) } as Projection
  const places = placesOf(newer, sequelize, log)
  const tools = { log, turns: openTurns(sequelize, projectionNames), rename: openRename(url) }
  await rebuild([places], tools, {})

  const asItStood = { state: 'another release', version: newer.version, position: 3 }
  t.like(await stopped(projections, 'expenses'), asItStood)
  await append([lunchAmended, anotherLunch()])
  await projections.reached(5, ['user_totals'], 10_000)
  const restarted = await process()
  restarted.follow()
  await restarted.reached(5, ['user_totals'], 10_000)
  t.like(await stopped(restarted, 'expenses'), asItStood, 'An older release leaves it alone')
  const runner = openRunner(places.live)
  await runner.look()
  await bring(runner, 5)
  t.deepEqual(await compare(places.live), [])
})
