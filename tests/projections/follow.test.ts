import test from 'ava'
import { setTimeout as delay } from 'node:timers/promises'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { NotReached, type ProjectionName, type Projections } from '../../src/projections/projections.ts'
import {
  ana,
  anaChanged,
  anaFields,
  anaRegistered,
  benDeleted,
  benRegistered,
  EUR,
  food,
  foodAdded,
  lunch,
  lunchAmended,
  lunchRecorded,
  monday,
} from '../examples.ts'
import { projected } from './projected.ts'

const anotherLunch = () => ({ ...lunchRecorded, expenseId: ExpenseId.parse(newId()) })

test('what is appended is seen once its position is reached', async (t) => {
  const { projections, append } = await projected(t)
  projections.follow()
  const placed = await append([anaRegistered, foodAdded, lunchRecorded, lunchAmended], ana)
  await projections.reached(4, ['users', 'shares', 'categories', 'expenses', 'user_totals', 'activity'], 10_000)

  const [registered, , recorded, amended] = placed.map(({ recordedAt }) => recordedAt)
  const about = { version: 1, position: 1, recordedAt: registered, changedAt: registered, deleted: false }
  t.deepEqual(await projections.userById(ana), { id: ana, ...anaFields, ...about } as never)
  const category = { id: food, userId: ana, name: 'Food', colour: '#3d9068', archived: false, version: 1 }
  t.deepEqual(await projections.categoryById(food), category)
  t.deepEqual(await projections.expenseById(lunch), {
    id: lunch,
    userId: ana,
    categoryId: food,
    category: 'Food',
    description: 'Lunch by the sea',
    date: monday,
    amount: 990,
    currency: EUR,
    version: 2,
    position: 3,
    recordedAt: recorded,
    changedAt: amended,
    changedBy: { id: ana, name: 'Ana Prüfer' },
    deleted: false,
  } as never)
  t.deepEqual(await projections.totalsOfUser(ana), [{ currency: EUR, count: 1, total: 990n }])
})

test('nothing is applied before somebody follows, nor after', async (t) => {
  const { projections, append } = await projected(t)
  await append([anaRegistered])
  await t.throwsAsync(projections.reached(1, ['users'], 50), { instanceOf: NotReached })
  const following = projections.follow()
  await projections.reached(1, ['users'], 10_000)
  following.unsubscribe()
  await append([benRegistered])
  await t.throwsAsync(projections.reached(2, ['users'], 50), { instanceOf: NotReached })
})

test('of several processes each event is applied once, and all learn of it', async (t) => {
  const { projections, process, append, caughtUp } = await projected(t)
  const [other, watching] = [await process(), await process()]
  projections.follow()
  other.follow()
  await append([anaRegistered, foodAdded])
  for (let round = 0; round < 100; round++) await Promise.all([1, 2, 3].map(() => append([anotherLunch()])))
  for (const one of [projections, other, watching]) {
    await caughtUp(one)
    t.deepEqual(await one.totalsOfUser(ana), [{ currency: EUR, count: 300, total: 300n * 1250n }])
  }
  t.deepEqual(await projections.check(), { ok: true, differences: [] })
})

test('who may rest takes few steps while nobody waits', async (t) => {
  const { projections, append, caughtUp } = await projected(t)
  const begun = performance.now()
  projections.follow()
  await append([anaRegistered, foodAdded])
  for (let round = 0; round < 50; round++) await append([anotherLunch()])
  await caughtUp(projections)
  const rests = (performance.now() - begun) / 250
  for (const { name, steps } of projections.activity()) {
    if (name === 'activity' || name === 'user_totals') t.true(steps <= rests + 2, `${name}: ${steps} steps`)
  }
})

test('who may rest does not while somebody waits', async (t) => {
  const { projections, append } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded])
  const late: number[] = []
  for (let round = 0; round < 10; round++) {
    const [{ position } = { position: 0 }] = await append([anotherLunch()])
    const [one, other] = await Promise.all([
      reachedAt(projections, position, 'expenses'),
      reachedAt(projections, position, 'activity'),
    ])
    late.push(other - one)
  }
  // The machine may be slow at any time, but not each time.
  t.true(Math.min(...late) < 100, `${late.join(', ')} milliseconds after one that never rests`)
})

test('lost connections are outlived, and nothing is applied twice', async (t) => {
  const { projections, append, caughtUp, rows, failures, url } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded])
  const cutting = (async () => {
    for (let round = 0; round < 10; round++) {
      await delay(30)
      const mine = `select id from information_schema.processlist where db = ? and id <> connection_id()`
      const found = await rows<{ id: number }>(mine, [new URL(url).pathname.slice(1)])
      for (const { id } of found) await rows(`kill ${id}`).catch(() => undefined)
    }
  })()
  for (let round = 0; round < 40; round++) {
    const appended = append([anotherLunch()]).catch(() => undefined)
    await Promise.all([appended, delay(10)])
  }
  await cutting
  await caughtUp(projections)
  t.deepEqual(await projections.check(), { ok: true, differences: [] })
  t.deepEqual(failures, [])
})

test('an event that cannot be applied stops its projection there, and no other', async (t) => {
  const { projections, append, stopped, failures, process } = await projected(t)
  projections.follow()
  await append([anaRegistered, foodAdded])
  // Ben has never registered: what happens to him means nothing to the users.
  await append([lunchRecorded, benDeleted, anaChanged])
  await projections.reached(5, ['categories', 'expenses', 'user_totals', 'activity'], 10_000)
  const expected = {
    position: 3,
    lag: 2,
    error: `Position 4: There is nothing under ${benDeleted.userId} to change`,
  }
  t.like(await stopped(projections, 'users'), expected)
  const live = (await projections.status()).filter(({ state }) => state === 'live')
  t.deepEqual(
    live.map(({ name }) => name),
    ['shares', 'categories', 'expenses', 'user_totals', 'activity'],
  )
  t.is((await projections.userById(ana))?.name, anaFields.name, 'Its rows stay, and nothing after the event is applied')
  t.deepEqual(failures, [expected.error])

  const other = await process()
  t.like(await stopped(other, 'users'), expected, 'Every process knows')
  other.follow()
  await append([anotherLunch()])
  await other.reached(6, ['expenses'], 10_000)
  t.like(await stopped(other, 'users'), { position: 3, lag: 3 }, 'Another try fails again')
})

async function reachedAt(projections: Projections, position: number, name: ProjectionName): Promise<number> {
  await projections.reached(position, [name], 10_000)
  return performance.now()
}
