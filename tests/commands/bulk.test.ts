import test from 'ava'
import { changeExpenses, type Found, type WantedOfMany } from '../../src/commands/bulk.ts'
import type { By } from '../../src/commands/by.ts'
import { addCategory, archiveCategory } from '../../src/commands/category-commands.ts'
import { amendExpense, deleteExpense, recordExpense } from '../../src/commands/expense-commands.ts'
import type { Work } from '../../src/commands/handle.ts'
import { Rejected } from '../../src/commands/rejected.ts'
import { categories, expenses, fold } from '../../src/commands/streams.ts'
import { deleteUser } from '../../src/commands/user-commands.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { CategoryId, ExpenseId, newId } from '../../src/events/ids.ts'
import { ana, ben, dinner, eur, JPY, lunch, metadata, tuesday } from '../examples.ts'
import { anybody, expenseIn, freshLedger, lunchAt, only, recordLunch } from './fresh-ledger.ts'

const recordDinner = recordExpense({ id: dinner, ...lunchAt(ben) }, anybody)
const unknown = ExpenseId.parse(newId())
const batch = { metadata: { ...metadata, batch: newId() } }

test('many expenses are changed by one append', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  const before = (await log.head()).position
  await one.ask(change([lunch, dinner, lunch], { change: { date: tuesday, amount: '9.90' } }), batch)
  const events = await log.readAfter(before, 10)
  t.deepEqual(
    events.map(({ stream, event, metadata }) => [stream, event.type, metadata.batch]),
    [lunch, dinner].map((id) => [expenseStream(id), 'ExpenseAmended', batch.metadata.batch]),
  )
  t.is(new Set(events.map(({ commandId }) => commandId)).size, 1)
  t.like(await expenseIn(log, dinner), { date: tuesday, amount: eur('9.90') })
})

test('only what really changes is changed', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  await one.ask(amendExpense(lunch, { amount: '9.90' }, anybody))
  const done = await one.done(change([lunch, dinner], { change: { amount: '9.9' } }), batch)
  t.deepEqual(await log.batchOfCommand(done.commandId), { batch: batch.metadata.batch, count: 1 })
  const again = await one.done(change([lunch, dinner], { change: { amount: '9.9' } }), batch)
  t.is(again.position, done.position)
  t.deepEqual(await log.batchOfCommand(again.commandId), { batch: null, count: 0 })
})

test('a category that is named is each owner’s own, and is added once', async (t) => {
  const { one, log } = await freshLedger(t)
  const [breakfast, supper] = [ExpenseId.parse(newId()), ExpenseId.parse(newId())]
  for (const [id, owner] of [
    [lunch, ana],
    [breakfast, ana],
    [dinner, ben],
    [supper, ben],
  ] as const) {
    await one.ask(recordExpense({ id, ...lunchAt(owner) }, anybody))
  }
  const bens = idOf((await one.done(addCategory(ben, { name: 'Trips' }, anybody))).stream)
  const before = (await log.head()).position
  await one.ask(change([lunch, dinner, breakfast, supper], { change: { category: 'trips' } }))
  const types = (await log.readAfter(before, 10)).map(({ event }) => event.type)
  t.deepEqual(types, ['CategoryAdded', ...Array<string>(4).fill('ExpenseAmended')])
  t.like(await expenseIn(log, dinner), { categoryId: bens })
  t.like(await expenseIn(log, supper), { categoryId: bens })
  const { categoryId } = await expenseIn(log, lunch)
  t.not(categoryId, bens)
  t.is((await expenseIn(log, breakfast)).categoryId, categoryId)
})

test('naming the category that all have already does not bring it back from the archive', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  const { categoryId } = await expenseIn(log, lunch)
  await one.ask(archiveCategory(categoryId, anybody))
  const done = await one.done(change([lunch], { change: { category: 'food', amount: '7' } }))
  t.is(done.of(categories, categoryId).state.status, 'archived')
  await one.ask(recordExpense({ id: dinner, ...lunchAt(), category: 'Evenings' }, anybody))
  await one.ask(change([lunch, dinner], { change: { category: 'food' } }))
  t.is((await expenseIn(log, dinner)).categoryId, categoryId)
})

test('what is deleted already is not deleted again', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  await one.ask(deleteExpense(lunch, anybody))
  const done = await one.done(change([lunch, dinner], { delete: true }), batch)
  t.like(await log.batchOfCommand(done.commandId), { count: 1 })
  t.is((await expenseIn(log, dinner)).status, 'deleted')
})

test('the deleted are restored by one append, and what is there stays', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  await one.ask(deleteExpense(lunch, anybody))
  const done = await one.done(change([lunch, dinner], { restore: true }), batch)
  t.deepEqual(await log.batchOfCommand(done.commandId), { batch: batch.metadata.batch, count: 1 })
  t.like(await expenseIn(log, lunch), { status: 'open', amount: eur('12.50') })
})

test('one that cannot be changed stands in the way of all, and all of those are named', async (t) => {
  const { one, log } = await freshLedger(t)
  const yen = ExpenseId.parse(newId())
  const late = ExpenseId.parse(newId())
  for (const id of [lunch, late]) await one.ask(recordExpense({ id, ...lunchAt() }, anybody))
  await one.ask(recordExpense({ id: yen, ...lunchAt(), amount: '1250', currency: JPY }, anybody))
  await one.ask(recordDinner)
  await one.ask(deleteExpense(late, anybody))
  const before = (await log.head()).position

  const refusal = async (ids: readonly ExpenseId[], wanted: WantedOfMany, by?: By) => {
    const refused = await t.throwsAsync(one.ask(change(ids, wanted, by)), { instanceOf: Rejected })
    return [refused?.reason, refused?.errors.map(({ path }) => path)]
  }
  const deletion = { delete: true } as const
  t.deepEqual(await refusal([lunch, unknown], deletion), ['ExpenseUnknown', [unknown]])
  t.deepEqual(await refusal([lunch, dinner, unknown], deletion, only(ana)), ['ExpenseUnknown', [dinner, unknown]])
  t.deepEqual(await refusal([lunch, late, dinner], { change: { amount: '7' } }), ['ExpenseDeleted', [late]])
  t.deepEqual(await refusal([lunch, yen], { change: { amount: '7.50' } }), ['AmountInvalid', [yen]])
  t.deepEqual(await refusal([lunch, yen], { change: { currency: JPY } }), ['AmountInvalid', [lunch]])
  const { categoryId } = await expenseIn(log, lunch)
  const toAnas = { change: { categoryId } }
  t.deepEqual(await refusal([lunch, dinner], toAnas), ['InvalidReference', ['change.categoryId']])
  t.is((await log.head()).position, before)
})

test('what is a deleted user’s is not there', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  await other.ask(deleteUser(ben, anybody))
  t.is(await one.refusal(change([lunch, dinner], { delete: true })), 'ExpenseUnknown')
})

test('what was changed after it was found is looked for again', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordExpense({ id: dinner, ...lunchAt() }, anybody))
  let looks = 0
  const find = async (): Promise<Found[]> => {
    const cheap: Found[] = []
    for (const id of [lunch, dinner]) {
      const { state, version } = fold(expenses, await log.readStream(expenseStream(id)))
      if (state.status === 'open' && state.amount < eur('20')) cheap.push({ id, version })
    }
    // Somebody else is quicker: after the first look dinner is not cheap any more.
    if (++looks === 1) await other.ask(amendExpense(dinner, { amount: '25' }, anybody))
    return cheap
  }
  await one.ask(changeExpenses(find, { delete: true }, { asker: ana, by: anybody }))
  t.true(looks >= 2)
  t.is((await expenseIn(log, lunch)).status, 'deleted')
  t.is((await expenseIn(log, dinner)).status, 'open')
})

test('what somebody changes while it is decided is decided again', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  let decided = 0
  const work = change([lunch, dinner], { change: { category: 'Trips' } })
  const interrupted: Work = async (read) => {
    const decision = await work(read)
    if (++decided === 1) await other.ask(amendExpense(dinner, { amount: '25' }, anybody))
    return decision
  }
  await one.ask(interrupted)
  const [amended] = (await log.readStream(expenseStream(dinner))).slice(-1)
  t.like(amended, { version: 3, event: { type: 'ExpenseAmended', facts: { amount: eur('25') } } })
})

test('two who change the same expenses at once both do, one after the other', async (t) => {
  const { one, other, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(recordDinner)
  await Promise.all(
    [one, other, one, other].map((door, index) => {
      return door.ask(change([lunch, dinner], { change: { amount: `${index + 1}.50` } }))
    }),
  )
  for (const id of [lunch, dinner]) t.is((await log.readStream(expenseStream(id))).length, 5)
  t.is((await expenseIn(log, lunch)).amount, (await expenseIn(log, dinner)).amount)
})

test('more than ten thousand are refused with their number', async (t) => {
  const { one } = await freshLedger(t)
  const ids = Array.from({ length: 10_001 }, () => ExpenseId.parse(newId()))
  const refused = await t.throwsAsync(one.ask(change(ids, { delete: true })), { instanceOf: Rejected })
  t.is(refused?.reason, 'TooManyExpenses')
  t.regex(refused?.message ?? '', /10001/)
})

function change(ids: readonly ExpenseId[], wanted: WantedOfMany, by = anybody): Work {
  return changeExpenses(async () => ids.map((id) => ({ id })), wanted, { asker: ana, by })
}

function idOf(stream: string): CategoryId {
  return CategoryId.parse(stream.replace('category-', ''))
}
