import test from 'ava'
import { expenseStream } from '../../../src/events/expense.ts'
import type { ExpenseId } from '../../../src/events/ids.ts'
import { Conflict } from '../../../src/events/log/append.ts'
import type { Batch } from '../../../src/events/log/committer.ts'
import { openLog } from '../../../src/events/log/log.ts'
import { userStream } from '../../../src/events/user.ts'
import { ana, anaRegistered, foodAdded, lunch, lunchAmended, lunchRecorded } from '../../examples.ts'
import { appendOf, at, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'
import { isSound } from './sound.ts'

const lunchStream = expenseStream(lunch)

test('what does not hold fails alone', async (t) => {
  const fresh = await freshLog(t)
  const { position } = await fresh.log.append(appendOf([anaRegistered, lunchRecorded]))
  const good = Array.from({ length: 5 }, () => appendOf([expense()]))
  const bad = [appendOf([lunchRecorded]), appendOf([lunchAmended], { guards: [at(lunchStream, 7, position)] })]
  const settled = await Promise.allSettled([...good, ...bad].map((append) => fresh.log.append(append)))
  t.deepEqual(
    settled.map(({ status }) => status),
    [...good.map(() => 'fulfilled' as const), ...bad.map(() => 'rejected' as const)],
  )
  t.is((await isSound(t, fresh)).length, 7)
})

test('what the database refuses fails alone', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([anaRegistered]))
  const tooLong = { ...expense(), expenseId: 'x'.repeat(100) as ExpenseId }
  const good = Array.from({ length: 5 }, () => appendOf([expense()]))
  const [refused, ...settled] = await Promise.allSettled(
    [appendOf([foodAdded, tooLong]), ...good].map((append) => fresh.log.append(append)),
  )
  t.is(refused?.status, 'rejected')
  t.deepEqual(new Set(settled.map(({ status }) => status)), new Set(['fulfilled' as const]))
  await fresh.log.append(appendOf([foodAdded]))
  t.is((await isSound(t, fresh)).length, 7)
})

test('a stream that nobody looked at and that is there fails alone, and at once', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([anaRegistered, lunchRecorded]))
  const unguarded = appendOf([lunchRecorded], { guards: [at(expenseStream(expense().expenseId), 0, Infinity)] })
  const [refused, good] = await Promise.allSettled(
    [{ ...unguarded, guards: [] }, appendOf([expense()])].map((append) => fresh.log.append(append)),
  )
  t.is(refused?.status, 'rejected')
  t.is(good?.status, 'fulfilled')
  t.is((await isSound(t, fresh)).length, 3)
})

test('appends of one moment see each other', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([anaRegistered]))
  const [recorded, again, amended] = await Promise.allSettled([
    fresh.log.append(appendOf([lunchRecorded])),
    fresh.log.append(appendOf([lunchRecorded])),
    fresh.log.append(appendOf([lunchAmended], { guards: [at(lunchStream, 1, Infinity)] })),
  ])
  t.is(recorded.status, 'fulfilled')
  t.true(again.status === 'rejected' && again.reason instanceof Conflict)
  t.is(amended.status, 'fulfilled')
  t.is((await isSound(t, fresh)).length, 3)
})

test('each transaction says what it brought, and by which way', async (t) => {
  const { pool, url } = await freshLog(t)
  const batches: Batch[] = []
  const log = await openLog({ url, pool, onBatch: (batch) => batches.push(batch) })
  t.teardown(() => log.close())
  // Of a log that it has not looked at yet a process knows nothing.
  const { position } = await log.append(appendOf([anaRegistered, lunchRecorded]))
  await log.append(appendOf([lunchAmended], { guards: [at(lunchStream, 1, position)] }))
  await t.throwsAsync(log.append(appendOf([lunchRecorded])), { instanceOf: Conflict })
  t.deepEqual(
    batches.map(({ requests, events, way }) => ({ requests, events, way })),
    [
      { requests: 1, events: 2, way: 'careful' },
      { requests: 1, events: 1, way: 'one trip' },
    ],
  )
  for (const { seconds } of batches) t.true(seconds > 0)
})

test('an old look costs its round trips once', async (t) => {
  const { pool, url, another } = await freshLog(t)
  const ways: string[] = []
  const log = await openLog({ url, pool, onBatch: ({ way }) => ways.push(way) })
  t.teardown(() => log.close())
  const { position } = await log.append(appendOf([anaRegistered]))
  await (await another()).append(appendOf([expense()]))
  const guards = [at(userStream(ana), 1, position)]
  for (let round = 0; round < 3; round++) await log.append(appendOf([expense()], { guards }))
  t.deepEqual(ways, ['careful', 'careful', 'one trip', 'one trip'])
})

test('callers who ask again as soon as they are answered take turns, and all are served', async (t) => {
  const fresh = await freshLog(t)
  const { pool, url } = fresh
  const sizes: number[] = []
  const log = await openLog({ url, pool, onBatch: ({ requests }) => sizes.push(requests) })
  t.teardown(() => log.close())
  await log.append(appendOf([anaRegistered]))
  const caller = async () => {
    for (let round = 0; round < 20; round++) await log.append(appendOf([expense()]))
  }
  await Promise.all(Array.from({ length: 64 }, caller))
  t.is((await isSound(t, fresh)).length, 1 + 64 * 20)
  t.true(sizes.length > 30, `Only ${sizes.length} transactions: nobody worked while the database did`)
})

test('more than fits into one transaction takes several', async (t) => {
  const fresh = await freshLog(t)
  const large = { ...expense(), description: 'x'.repeat(500_000) }
  await Promise.all([
    ...Array.from({ length: 1_500 }, () => fresh.log.append(appendOf([expense()]))),
    ...Array.from({ length: 12 }, () =>
      fresh.log.append(appendOf([{ ...large, ...{ expenseId: expense().expenseId } }])),
    ),
  ])
  t.is((await isSound(t, fresh)).length, 1_512)
})
