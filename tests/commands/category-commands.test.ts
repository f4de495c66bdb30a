import test from 'ava'
import { addCategory, archiveCategory, changeCategory } from '../../src/commands/category-commands.ts'
import { amendExpense, deleteExpense, recordExpense } from '../../src/commands/expense-commands.ts'
import { categories, expenses } from '../../src/commands/streams.ts'
import { CategoryId } from '../../src/events/ids.ts'
import { ana, ben, lunch } from '../examples.ts'
import { anybody, freshLedger, lunchAt, newExpense, recordLunch } from './fresh-ledger.ts'

test('a category of one name that is added at once from everywhere is one category', async (t) => {
  const { one, other, log } = await freshLedger(t)
  const doors = [one, other]
  const refusals = await Promise.all([
    ...Array.from({ length: 6 }, (_, index) => doors[index % 2]!.refusal(newExpense())),
    ...['food', ' FOOD '].map((name, index) => doors[index]!.refusal(addCategory(ana, { name }, anybody))),
  ])
  for (const refusal of refusals) t.true(refusal === undefined || refusal === 'CategoryNameTaken', refusal)
  const events = (await log.readAfter(2, 100)).map(({ event }) => event)
  const added = events.filter(({ type }) => type === 'CategoryAdded')
  t.is(added.length, 1)
  for (const event of events) {
    if (event.type === 'ExpenseRecorded') t.is(event.categoryId, (added[0] as { categoryId: CategoryId }).categoryId)
  }
})

test('users have categories of their own', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(addCategory(ana, { name: 'Food' }, anybody))
  t.is(await other.refusal(addCategory(ana, { name: 'Food' }, anybody)), 'CategoryNameTaken')
  t.is(await other.refusal(addCategory(ben, { name: 'Food' }, anybody)), undefined)
})

test('an archived category comes back with its new spelling, by whatever way it is asked for', async (t) => {
  const { one, other } = await freshLedger(t)
  const added = await one.done(addCategory(ana, { name: 'Food', colour: '#3d9068' }, anybody))
  const id = CategoryId.parse(added.stream.replace('category-', ''))
  await one.ask(archiveCategory(id, anybody))
  const back = await other.done(addCategory(ana, { name: 'FOOD', colour: '#c94f6d' }, anybody))
  t.is(back.stream, added.stream)
  t.like(back.of(categories, id).state, { status: 'active', name: 'FOOD', colour: '#c94f6d' })
  await other.ask(archiveCategory(id, anybody))
  const recorded = await one.done(recordExpense({ id: lunch, ...lunchAt(), category: 'food' }, anybody))
  t.like(recorded.of(categories, id).state, { status: 'active', name: 'food', colour: '#c94f6d' })
  t.like(recorded.of(expenses, lunch).state, { categoryId: id })
})

test('a name is free once its category has another', async (t) => {
  const { one, other } = await freshLedger(t)
  const { stream } = await one.done(addCategory(ana, { name: 'Food' }, anybody))
  const id = CategoryId.parse(stream.replace('category-', ''))
  await one.ask(addCategory(ana, { name: 'Travel' }, anybody))
  t.is(await other.refusal(changeCategory(id, { name: 'travel' }, anybody)), 'CategoryNameTaken')
  t.is(await other.refusal(changeCategory(id, { name: 'Groceries' }, anybody)), undefined)
  t.is(await one.refusal(addCategory(ana, { name: 'Food' }, anybody)), undefined)
  t.is(await one.refusal(changeCategory(id, { name: 'FOOD' }, anybody)), 'CategoryNameTaken')
})

test('the spelling of a name can be changed', async (t) => {
  const { one } = await freshLedger(t)
  const { stream } = await one.done(addCategory(ana, { name: 'Food' }, anybody))
  const id = CategoryId.parse(stream.replace('category-', ''))
  const done = await one.done(changeCategory(id, { name: 'FOOD' }, anybody))
  t.like(done.of(categories, id).state, { name: 'FOOD' })
})

test('an amendment can bring its category about', async (t) => {
  const { one } = await freshLedger(t)
  await one.ask(recordLunch)
  const done = await one.done(amendExpense(lunch, { category: 'Going out', amount: '9.90' }, anybody))
  t.like(done, { position: 6, version: 2 })
  const { categoryId } = done.of(expenses, lunch).state as { categoryId: CategoryId }
  t.like(done.of(categories, categoryId).state, { name: 'Going out', userId: ana })
})

test('a refused amendment brings no category about', async (t) => {
  const { one, log } = await freshLedger(t)
  await one.ask(recordLunch)
  await one.ask(deleteExpense(lunch, anybody))
  t.is(await one.refusal(amendExpense(lunch, { category: 'Going out' }, anybody)), 'ExpenseDeleted')
  t.is((await log.head()).position, 5)
})
