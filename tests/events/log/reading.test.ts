import test, { type ExecutionContext } from 'ava'
import { categoryStream } from '../../../src/events/category.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { allColumns } from '../../../src/events/log/event-rows.ts'
import { SEALED } from '../../../src/events/log/shapes.ts'
import { ERASED } from '../../../src/events/personal.ts'
import { userStream } from '../../../src/events/user.ts'
import type { Recorded } from '../../../src/events/event.ts'
import {
  ana,
  anaRegistered,
  ben,
  benRegistered,
  food,
  foodAdded,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchRecorded,
  metadata,
  oneOfEach,
} from '../../examples.ts'
import { appendOf, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'

const [anaStream, benStream] = [userStream(ana), userStream(ben)]
const [foodStream, lunchStream] = [categoryStream(food), expenseStream(lunch)]
const eventsOf = (recorded: readonly Recorded[] | undefined) => recorded?.map(({ event }) => event)
const positionsOf = (recorded: readonly Recorded[]) => recorded.map(({ position }) => position)

/** Positions 1 to 6: Ana, Ben, food, lunch, lunch amended, lunch deleted. */
async function someDay(t: ExecutionContext) {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([anaRegistered, benRegistered]))
  await fresh.log.append(appendOf([foodAdded, lunchRecorded, lunchAmended, lunchDeleted]))
  return fresh
}

test('an event of each type is read as it was appended', async (t) => {
  const { log } = await freshLog(t)
  const events = Object.values(oneOfEach)
  await log.append(appendOf(events))
  t.deepEqual(eventsOf(await log.readAfter(0, 100)), events)
})

test('a stream is read oldest first, from the start or after a version', async (t) => {
  const { log } = await someDay(t)
  t.deepEqual(eventsOf(await log.readStream(lunchStream)), [lunchRecorded, lunchAmended, lunchDeleted])
  t.deepEqual(eventsOf(await log.readStream(lunchStream, 2)), [lunchDeleted])
  t.deepEqual(await log.readStream(lunchStream, 3), [])
  t.deepEqual(await log.readStream(expenseStream(expense().expenseId)), [])
})

test('events are read by their positions, in the order of the log', async (t) => {
  const { log } = await someDay(t)
  t.deepEqual(eventsOf(await log.readAt([4, 99, 1, 4])), [anaRegistered, lunchRecorded])
  t.deepEqual(await log.readAt([]), [])
})

test('streams are read as of one moment, which is told', async (t) => {
  const { log } = await someDay(t)
  const nowhere = expenseStream(expense().expenseId)
  const slices = await log.readStreams([lunchStream, anaStream, nowhere])
  t.deepEqual([...slices.keys()], [lunchStream, anaStream, nowhere])
  t.deepEqual(eventsOf(slices.get(lunchStream)?.events), [lunchRecorded, lunchAmended, lunchDeleted])
  t.like(slices.get(lunchStream), { version: 3, seenAt: 6 })
  t.like(slices.get(anaStream), { version: 1, seenAt: 6 })
  t.deepEqual(slices.get(nowhere), { events: [], version: 0, seenAt: 6 })
})

test('streams can be read as of an earlier position', async (t) => {
  const { log } = await someDay(t)
  const slices = await log.readStreams([lunchStream, foodStream], 4)
  t.deepEqual(eventsOf(slices.get(lunchStream)?.events), [lunchRecorded])
  t.is(slices.get(lunchStream)?.version, 1)
  const before = await log.readStreams([lunchStream, foodStream], 2)
  t.is(before.get(foodStream)?.version, 0)
})

test('no streams are read as none', async (t) => {
  const { log } = await someDay(t)
  t.deepEqual(await log.readStreams([]), new Map())
})

test('the log is read after a position, no more than was asked for', async (t) => {
  const { log } = await someDay(t)
  t.deepEqual(positionsOf(await log.readAfter(0, 3)), [1, 2, 3])
  t.deepEqual(positionsOf(await log.readAfter(3, 100)), [4, 5, 6])
  t.deepEqual(positionsOf(await log.readAfter(6, 100)), [])
})

test('the log can be read up to a position, of some types, of one user', async (t) => {
  const { log } = await someDay(t)
  t.deepEqual(positionsOf(await log.readAfter(0, 100, { upTo: 4 })), [1, 2, 3, 4])
  t.deepEqual(positionsOf(await log.readAfter(0, 100, { types: ['UserRegistered', 'ExpenseDeleted'] })), [1, 2, 6])
  t.deepEqual(positionsOf(await log.readAfter(0, 100, { types: [] })), [])
  t.deepEqual(positionsOf(await log.readAfter(0, 100, { userId: ben })), [2])
  t.deepEqual(positionsOf(await log.readAfter(1, 1, { userId: ana, types: ['ExpenseRecorded'], upTo: 5 })), [4])
})

test('only what is asked for of an event is told, beside its position', async (t) => {
  const { log } = await freshLog(t)
  await log.append(appendOf([anaRegistered], { actorId: null, metadata: { ...metadata, batch: 'a batch' } }))
  await log.append(appendOf([foodAdded, lunchRecorded]))
  const all = await log.readAfter(0, 100)
  t.like(all, [
    { actorId: null, metadata: { batch: 'a batch' } },
    { commandIndex: 0 },
    { commandIndex: 1, actorId: ana },
  ])
  for (const column of allColumns) {
    const told = all.map((event) => ({ position: event.position, [column]: event[column] }))
    t.deepEqual(await log.readAfter(0, 100, { columns: [column] }), told as unknown as typeof all, column)
  }
  const columns = ['version', 'recordedAt'] as const
  const told = all.map(({ position, version, recordedAt }) => ({ position, version, recordedAt }))
  t.deepEqual(await log.readAfter(0, 100, { columns }), told)
  t.deepEqual(await log.readAfter(0, 100, { columns: [] }), [{ position: 1 }, { position: 2 }, { position: 3 }])
})

test('personal text can be left sealed', async (t) => {
  const { log } = await someDay(t)
  const [user, , category, recorded, amended] = eventsOf(await log.readAfter(0, 100, { unsealed: false }))!
  t.deepEqual(user, { ...anaRegistered, name: SEALED, email: SEALED })
  t.deepEqual(category, { ...foodAdded, name: SEALED })
  t.deepEqual(recorded, { ...lunchRecorded, description: SEALED })
  t.deepEqual(amended, { ...lunchAmended, changes: { amount: lunchAmended.changes.amount } })
})

test("without a user's key that user's words are erased, and others' are not", async (t) => {
  const { another, rows } = await someDay(t)
  await rows('delete from `keys` where owner = ?', [ana])
  const log = await another()
  const [anas, bens] = eventsOf(await log.readAfter(0, 100))!
  t.deepEqual(anas, { ...anaRegistered, name: ERASED, email: ERASED })
  t.deepEqual(bens, benRegistered)
})

test('another process reads with the same keys', async (t) => {
  const { log, another } = await someDay(t)
  const others = await Promise.all([another(), another()])
  for (const other of others) t.deepEqual(await other.readAfter(0, 100), await log.readAfter(0, 100))
  const texts = ['POST', '/api/expenses', '{}']
  for (const other of others) t.deepEqual(other.requestDigest(texts), log.requestDigest(texts))
  t.notDeepEqual(log.requestDigest(['a', 'b']), log.requestDigest(['a"', 'b']))
  t.notDeepEqual(log.requestDigest(['ab']), log.requestDigest(['a', 'b']))
})

test('two processes that both start a new ledger get the same key', async (t) => {
  const { rows, another } = await freshLog(t)
  await rows('delete from `keys`')
  const logs = await Promise.all(Array.from({ length: 5 }, () => another()))
  const digests = logs.map((log) => log.requestDigest(['x']).toString('hex'))
  t.is(new Set(digests).size, 1)
})

test('two processes that both write the first event of a user seal it with the same key', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  const lunches = [expense(), expense()] as const
  await Promise.all([log.append(appendOf([lunches[0]])), other.append(appendOf([lunches[1]]))])
  for (const lunch of lunches) {
    t.deepEqual(eventsOf(await (await another()).readStream(expenseStream(lunch.expenseId))), [lunch])
  }
})

test('the head is where the log ends', async (t) => {
  const { log } = await someDay(t)
  const { position, recordedAt } = await log.head()
  t.is(position, 6)
  t.true(Math.abs(recordedAt / 1000 - Date.now()) < 60_000)
  t.is((await log.readStreams([benStream])).get(benStream)?.seenAt, position)
})
