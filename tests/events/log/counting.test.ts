import test from 'ava'
import { anaRegistered, benRegistered, foodAdded, lunchAmended, lunchDeleted, lunchRecorded } from '../../examples.ts'
import { appendOf, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'

test('events are counted by type, after one position and up to another', async (t) => {
  const { log } = await freshLog(t)
  await log.append(appendOf([anaRegistered, benRegistered]))
  await log.append(appendOf([foodAdded, lunchRecorded, lunchAmended, lunchDeleted]))
  await log.append(appendOf([expense()]))
  t.deepEqual(Object.fromEntries(await log.countByType(1, 6)), {
    UserRegistered: 1,
    CategoryAdded: 1,
    ExpenseRecorded: 1,
    ExpenseAmended: 1,
    ExpenseDeleted: 1,
  })
  t.deepEqual(await log.countByType(7, 100), new Map())
})

test('the head is where the last event is, at every moment at which both are looked at', async (t) => {
  const { log, another } = await freshLog(t)
  t.deepEqual(await log.ends(), { head: 0, last: 0 })
  const other = await another()
  let writing = true
  const writers = [log, other].map(async (one) => {
    for (let count = 0; count < 100; count++) await one.append(appendOf([expense()]))
  })
  const done = Promise.all(writers).finally(() => (writing = false))
  for (let looks = 0; writing || looks === 0; looks++) {
    const { head, last } = await log.ends()
    t.is(head, last)
  }
  await done
  t.deepEqual(await log.ends(), { head: 200, last: 200 })
})

test('whatever is missing at the end shows', async (t) => {
  const { log, rows } = await freshLog(t)
  for (let count = 0; count < 3; count++) await log.append(appendOf([expense()]))
  await rows('delete from events where position = 3')
  t.deepEqual(await log.ends(), { head: 3, last: 2 })
})
