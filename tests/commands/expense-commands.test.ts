import test from 'ava'
import { addCategory, archiveCategory, changeCategory } from '../../src/commands/category-commands.ts'
import { amendExpense, deleteExpense, recordExpense, restoreExpense } from '../../src/commands/expense-commands.ts'
import { categories, expenses } from '../../src/commands/streams.ts'
import { changeUser, deleteUser, restoreUser } from '../../src/commands/user-commands.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../../src/events/ids.ts'
import { ana, ben, food, lunch, USD } from '../examples.ts'
import { anybody, freshLedger, lunchAt, newExpense, only, recordLunch } from './fresh-ledger.ts'

test('while a user is being deleted, nothing is recorded for that user afterwards', async (t) => {
  const { one, other, log } = await freshLedger(t)
  const doors = [one, other]
  let [recorded, late] = [0, 0]
  for (let round = 0; round < 15; round++) {
    const dinner = ExpenseId.parse(newId())
    await one.ask(recordExpense({ id: dinner, ...lunchAt(ben) }, anybody))
    const refusals = await Promise.all([
      ...Array.from({ length: 6 }, (_, index) => doors[index % 2]!.refusal(newExpense(ben))),
      doors[round % 2]!.refusal(deleteUser(ben, anybody)),
      ...Array.from({ length: 6 }, (_, index) => doors[index % 2]!.refusal(newExpense(ben))),
    ])
    const amended = await other.refusal(amendExpense(dinner, { amount: '7' }, anybody))
    t.is(amended, 'ExpenseUnknown')
    for (const refusal of refusals) t.true(refusal === undefined || refusal === 'UserDeleted', refusal)
    recorded += refusals.filter((refusal) => refusal === undefined).length - 1
    late += refusals.filter((refusal) => refusal !== undefined).length
    await one.ask(restoreUser(ben, anybody))
  }
  t.true(recorded > 0 && late > 0, `${recorded} in time, ${late} late`)

  let deleted = false
  for (const { event } of await log.readAfter(0, 10_000, { userId: ben })) {
    if (event.type === 'UserDeleted') deleted = true
    else if (event.type === 'UserRestored') deleted = false
    else t.false(deleted, `${event.type} after the user was deleted`)
  }
})

test('what belongs to a deleted user is not there, until the user is', async (t) => {
  const { one, other } = await freshLedger(t)
  const { state } = (await one.done(recordExpense({ id: lunch, ...lunchAt(ben) }, anybody))).of(expenses, lunch)
  const { categoryId } = state as { categoryId: CategoryId }
  await other.ask(deleteUser(ben, anybody))
  for (const door of [one, other]) {
    t.is(await door.refusal(amendExpense(lunch, { amount: '7' }, anybody)), 'ExpenseUnknown')
    t.is(await door.refusal(deleteExpense(lunch, anybody)), 'ExpenseUnknown')
    t.is(await door.refusal(restoreExpense(lunch, anybody)), 'ExpenseUnknown')
    t.is(await door.refusal(changeCategory(categoryId, { name: 'x' }, anybody)), 'CategoryUnknown')
    t.is(await door.refusal(archiveCategory(categoryId, anybody)), 'CategoryUnknown')
    t.is(await door.refusal(addCategory(ben, { name: 'x' }, anybody)), 'UserDeleted')
    t.is(await door.refusal(newExpense(ben)), 'UserDeleted')
  }
  await one.ask(restoreUser(ben, anybody))
  t.is(await other.refusal(amendExpense(lunch, { amount: '7' }, anybody)), undefined)
})

test('what is somebody else’s is not there for whoever asks', async (t) => {
  const { one } = await freshLedger(t)
  const { state } = (await one.done(recordLunch)).of(expenses, lunch)
  const { categoryId } = state as { categoryId: CategoryId }
  t.is(await one.refusal(amendExpense(lunch, { amount: '7' }, only(ben))), 'ExpenseUnknown')
  t.is(await one.refusal(deleteExpense(lunch, only(ben))), 'ExpenseUnknown')
  t.is(await one.refusal(changeCategory(categoryId, { name: 'x' }, only(ben))), 'CategoryUnknown')
  t.is(await one.refusal(archiveCategory(categoryId, only(ben))), 'CategoryUnknown')
  t.is(await one.refusal(changeUser(ana, { name: 'x' }, only(ben))), 'UserUnknown')
  t.is(await one.refusal(deleteUser(ana, only(ben))), 'UserUnknown')
  t.is(await one.refusal(amendExpense(lunch, { amount: '7' }, only(ana))), undefined)
})

test('an expense is of a user and a category that are there', async (t) => {
  const { one } = await freshLedger(t)
  const nobody = UserId.parse(newId())
  const { category: _category, ...lunchOf } = lunchAt()
  const id = ExpenseId.parse(newId())
  const bens = (await one.done(addCategory(ben, { name: 'Food' }, anybody))).stream.replace('category-', '')
  t.is(await one.refusal(newExpense(nobody)), 'InvalidReference')
  t.is(await one.refusal(addCategory(nobody, { name: 'x' }, anybody)), 'UserUnknown')
  t.is(await one.refusal(recordExpense({ id, ...lunchOf, categoryId: food }, anybody)), 'InvalidReference')
  t.is(
    await one.refusal(recordExpense({ id, ...lunchOf, categoryId: CategoryId.parse(bens) }, anybody)),
    'InvalidReference',
  )
  await one.ask(recordLunch)
  t.is(await one.refusal(amendExpense(lunch, { categoryId: CategoryId.parse(bens) }, anybody)), 'InvalidReference')
})

test('an id that the client chose is taken once', async (t) => {
  const { one, other, log } = await freshLedger(t)
  const racers = [one, other, one, other].map((door) => door.refusal(recordLunch))
  t.deepEqual((await Promise.all(racers)).sort(), ['ExpenseExists', 'ExpenseExists', 'ExpenseExists', undefined])
  t.is((await log.readStream(expenseStream(lunch))).length, 1)
})

test('an expense without a currency is in that of its user', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(recordLunch)
  await other.ask(changeUser(ana, { currency: USD }, anybody))
  const dinner = ExpenseId.parse(newId())
  const done = await one.done(recordExpense({ id: dinner, ...lunchAt() }, anybody))
  t.like(done.of(expenses, dinner).state, { currency: USD })
})

test('naming the category that an expense has already does not bring it back from the archive', async (t) => {
  const { one } = await freshLedger(t)
  const { state } = (await one.done(recordExpense({ id: lunch, ...lunchAt(ana), category: 'Canteen' }, anybody))).of(
    expenses,
    lunch,
  )
  const { categoryId } = state as { categoryId: CategoryId }
  await one.ask(archiveCategory(categoryId, anybody))
  await one.ask(amendExpense(lunch, { category: 'canteen', amount: '7' }, anybody))
  await one.ask(archiveCategory(categoryId, anybody))
  const amended = await one.done(amendExpense(lunch, { description: 'Soup' }, anybody))
  t.is(amended.of(categories, categoryId).state.status, 'archived')
  t.is(amended.of(categories, categoryId).version, 2)
})
