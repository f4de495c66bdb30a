import test from 'ava'
import { revertBatch } from '../../src/commands/batches.ts'
import { changeExpenses, type WantedOfMany } from '../../src/commands/bulk.ts'
import { amendExpense, deleteExpense, recordExpense, restoreExpense } from '../../src/commands/expense-commands.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { categories, fold } from '../../src/commands/streams.ts'
import { deleteUser } from '../../src/commands/user-commands.ts'
import { MOST_EXPENSES } from '../../src/events/batch.ts'
import { CalendarDate } from '../../src/events/calendar.ts'
import { categoryStream } from '../../src/events/category.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import { ana, ben, dinner, eur, lunch, metadata, tuesday } from '../examples.ts'
import { anybody, expenseIn, freshLedger, lunchAt, only, recordLunch } from './fresh-ledger.ts'

const friday = CalendarDate.parse('2026-11-20')
const recordDinner = recordExpense({ id: dinner, ...lunchAt(ben) }, anybody)

test('a batch taken back leaves every expense as before', async (t) => {
  const { log, door, change, revert } = await ledgerWithBatches(t)
  await door.ask(deleteExpense(dinner, anybody))
  const before = await statesOf(log)
  const batch = await change([lunch], { change: { category: 'Trips', amount: '9.90', date: tuesday } })
  t.is((await revert(batch)).count, 1)
  t.deepEqual(await statesOf(log), before)
})

test('a batch of deletions taken back restores; taken back once more, it deletes again', async (t) => {
  const { log, change, revert } = await ledgerWithBatches(t)
  const open = await statesOf(log)
  const deletions = await change([lunch, dinner], { delete: true })
  const deleted = await statesOf(log)
  const restored = await revert(deletions)
  t.is(restored.count, 2)
  t.deepEqual(await statesOf(log), open)
  t.is((await revert(restored.batch!)).count, 2)
  t.deepEqual(await statesOf(log), deleted)
  t.is((await revert(restored.batch!)).count, 0)
})

test('a batch of several commands is taken back as a whole, with the expenses that it recorded', async (t) => {
  const { log, door, revert } = await ledgerWithBatches(t)
  const batch = newId()
  const asked = { metadata: { ...metadata, batch } }
  const ids = [ExpenseId.parse(newId()), ExpenseId.parse(newId())]
  for (const id of ids) await door.ask(recordExpense({ id, ...lunchAt(ben), category: 'Imported' }, anybody), asked)
  await door.ask(deleteExpense(ids[1]!, anybody), asked)
  await door.ask(deleteExpense(dinner, anybody), asked)
  t.is((await revert(batch)).count, 2)
  for (const id of ids) t.is((await expenseIn(log, id)).status, 'deleted')
  t.is((await expenseIn(log, dinner)).status, 'open')
  const { categoryId } = await expenseIn(log, ids[0]!)
  t.is(fold(categories, await log.readStream(categoryStream(categoryId))).state.status, 'active')
})

test('what was changed since stands in the way, is named, and can be left out', async (t) => {
  const { log, door, change, revert } = await ledgerWithBatches(t)
  const batch = await change([lunch, dinner], { change: { amount: '9.90', category: 'Trips' } })
  await door.ask(amendExpense(dinner, { amount: '20' }, anybody))
  await door.ask(amendExpense(lunch, { description: 'By the sea' }, anybody))
  const refused = await t.throwsAsync(revert(batch), { instanceOf: Rejected })
  t.is(refused?.reason, 'ChangedSince')
  t.deepEqual(refused?.errors, [{ path: dinner, message: 'Changed since: amount' }])
  const done = await revert(batch, { skip: true })
  t.is(done.count, 1)
  t.like(await expenseIn(log, lunch), { amount: eur('12.50'), description: 'By the sea' })
  t.like(await expenseIn(log, dinner), { amount: eur('20') })
})

test('all of several that stand in the way are named', async (t) => {
  const { door, change, revert } = await ledgerWithBatches(t)
  const batch = await change([lunch, dinner], { change: { amount: '9.90', date: tuesday } })
  for (const id of [lunch, dinner]) await door.ask(amendExpense(id, { amount: '20', date: friday }, anybody))
  const refused = await t.throwsAsync(revert(batch), { instanceOf: Rejected })
  t.deepEqual(
    refused?.errors,
    [lunch, dinner].map((path) => ({ path, message: 'Changed since: amount, date' })),
  )
  t.is((await revert(batch, { skip: true })).batch, null)
})

test('what is a deleted user’s by now stands in the way', async (t) => {
  const { door, change, revert } = await ledgerWithBatches(t)
  const batch = await change([lunch, dinner], { delete: true })
  await door.ask(deleteUser(ben, anybody))
  const refused = await t.throwsAsync(revert(batch), { instanceOf: Rejected })
  t.deepEqual(refused?.errors, [{ path: dinner, message: 'Its user was deleted since' }])
  t.is((await revert(batch, { skip: true })).count, 1)
})

test('a batch that touched what is somebody else’s is not there, nor is one that never was', async (t) => {
  const { change, revert } = await ledgerWithBatches(t)
  const both = await change([lunch, dinner], { delete: true })
  const bens = async (batch: string) =>
    (await t.throwsAsync(revert(batch, { by: only(ben) }), { instanceOf: Rejected }))?.reason
  t.is(await bens(both), 'BatchUnknown')
  t.is(await bens(newId()), 'BatchUnknown')
  await revert(both)
  t.is((await revert(await change([dinner], { delete: true }), { by: only(ben) })).count, 1)
})

test('who changes an expense while its batch is taken back is not overrun', async (t) => {
  const { log, door, other, change, work } = await ledgerWithBatches(t)
  const batch = await change([lunch, dinner], { change: { amount: '9.90' } })
  let decided = 0
  const refusal = await door.refusal(async (read) => {
    const decision = await work(batch)(read)
    if (++decided === 1) await other.ask(amendExpense(dinner, { amount: '20' }, anybody))
    return decision
  })
  t.is(refusal, 'ChangedSince')
  t.like(await expenseIn(log, dinner), { amount: eur('20') })
  t.like(await expenseIn(log, lunch), { amount: eur('9.90') })
})

test('an expense that is deleted is set right where it lies', async (t) => {
  const { log, door, change, revert } = await ledgerWithBatches(t)
  const batch = await change([lunch], { change: { date: tuesday } })
  await door.ask(deleteExpense(lunch, anybody))
  await revert(batch)
  const types = (await log.readStream(expenseStream(lunch))).slice(-3).map(({ event }) => event.type)
  t.deepEqual(types, ['ExpenseRestored', 'ExpenseAmended', 'ExpenseDeleted'])
  await door.ask(restoreExpense(lunch, anybody))
  t.like(await expenseIn(log, lunch), { status: 'open', date: lunchAt().date })
})

/** Lunch is Ana's, dinner Ben's; `change` and `revert` are batches. */
async function ledgerWithBatches(t: Parameters<typeof freshLedger>[0]) {
  const { one: door, other, log } = await freshLedger(t)
  await door.ask(recordLunch)
  await door.ask(recordDinner)

  function work(batch: string, { skip = false, by = anybody } = {}) {
    return revertBatch(batch, () => log.expensesOfBatch(batch, MOST_EXPENSES), { skip, asker: ana, by })
  }

  async function asBatch(asked: Parameters<typeof door.done>[0]) {
    const { commandId } = await door.done(asked, { metadata: { ...metadata, batch: newId() } })
    return log.batchOfCommand(commandId)
  }

  async function change(ids: readonly ExpenseId[], wanted: WantedOfMany): Promise<string> {
    const found = async () => ids.map((id) => ({ id }))
    const { batch } = await asBatch(changeExpenses(found, wanted, { asker: ana, by: anybody }))
    return batch ?? ''
  }

  const revert = (...asked: Parameters<typeof work>) => asBatch(work(...asked))
  return { log, door, other, change, revert, work }
}

async function statesOf(log: Log) {
  return Promise.all([lunch, dinner].map((id) => expenseIn(log, id)))
}
