import test from 'ava'
import { expenseStream } from '../../../src/events/expense.ts'
import type { ExpenseId } from '../../../src/events/ids.ts'
import { Conflict } from '../../../src/events/log/append.ts'
import { anaRegistered, foodAdded, lunch, lunchAmended, lunchRecorded } from '../../examples.ts'
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
