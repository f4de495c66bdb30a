import test, { type ExecutionContext } from 'ava'
import { categories } from '../../src/projections/categories.ts'
import { openNewest } from '../../src/projections/following/newest.ts'
import { users } from '../../src/projections/users.ts'
import type { Window } from '../../src/projections/following/window.ts'
import { appendOf } from '../events/log/appends.ts'
import { freshLog } from '../events/log/fresh-log.ts'
import { anaRegistered, benRegistered, foodAdded, travelAdded } from '../examples.ts'

const positionsOf = ({ events }: Window) => events.map(({ position }) => position)

/** Positions 1 to 4: Ana, food, Ben, travel. Two who follow them, and after which positions the log was read meanwhile. */
async function followed(t: ExecutionContext) {
  const { log, rows } = await freshLog(t)
  await log.append(appendOf([anaRegistered, foodAdded, benRegistered, travelAdded]))
  const reads: number[] = []
  const readAfter: typeof log.readAfter = (position, limit, filter) => {
    reads.push(position)
    return log.readAfter(position, limit, filter)
  }
  const readNewest = openNewest({ readAfter }, [users, categories])
  return { rows, reads, readUsers: readNewest(users), readCategories: readNewest(categories) }
}

test('who come to the same events at the same time read them once', async (t) => {
  const { reads, readUsers, readCategories } = await followed(t)
  const windows = await Promise.all([readUsers(0, 4), readCategories(0, 4)])
  for (const window of windows) {
    t.like(window, { from: 0, to: 4 })
    t.deepEqual(positionsOf(window), [1, 2, 3, 4])
  }
  t.deepEqual(reads, [0])
})

test('who come a little later read only what is new', async (t) => {
  const { reads, readUsers, readCategories } = await followed(t)
  t.deepEqual(positionsOf(await readUsers(0, 2)), [1, 2])
  t.deepEqual(positionsOf(await readCategories(1, 4)), [2, 3, 4])
  t.deepEqual(positionsOf(await readUsers(2, 3)), [3])
  t.deepEqual(reads, [0, 2])
})

test('who are behind read alone, and only what they care for', async (t) => {
  const { reads, readUsers, readCategories } = await followed(t)
  t.deepEqual(positionsOf(await readUsers(2, 4)), [3, 4])
  t.deepEqual(positionsOf(await readCategories(0, 4)), [2, 4])
  t.deepEqual(positionsOf(await readUsers(3, 4)), [4])
  t.deepEqual(reads, [2, 0])
})

test('an event that cannot be opened is met only by those who care for it', async (t) => {
  const { rows, readUsers, readCategories } = await followed(t)
  const [food] = await rows<{ data: string }>('select data from events where position = 2')
  await rows(`update events set data = '{}' where position = 2`)
  t.deepEqual(positionsOf(await readUsers(0, 4)), [1, 3])
  await t.throwsAsync(readCategories(0, 4), { message: 'CategoryAdded without name' })

  await rows('update events set data = ? where position = 2', [food!.data])
  t.deepEqual(positionsOf(await readCategories(0, 4)), [1, 2, 3, 4])
})
