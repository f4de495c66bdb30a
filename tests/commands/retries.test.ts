import test from 'ava'
import { amendExpense } from '../../src/commands/expense-commands.ts'
import { deleteUser, restoreUser } from '../../src/commands/user-commands.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { ana, ben, lunch } from '../examples.ts'
import { anybody, freshLedger, newExpense, recordLunch } from './fresh-ledger.ts'

const key = (user = ana, text = 'a request', name = 'a key') => ({
  key: { userId: user, key: name, request: Buffer.alloc(32, text) },
})

test('a request that is sent again is answered as at first, and nothing is done twice', async (t) => {
  const { one, other, log } = await freshLedger(t)
  const { position } = await one.done(newExpense(), key())
  const { stream } = (await log.readAfter(position - 1, 1))[0]!
  await other.ask(newExpense())
  for (const door of [one, other, one]) {
    const again = await door.ask(newExpense(), key())
    t.like(again, { replayed: { outcome: 200, position, stream, version: 1 } })
  }
  t.is((await log.head()).position, 5)
})

test('a request that is sent many times at once is done once', async (t) => {
  const { one, other, log } = await freshLedger(t)
  const answers = await Promise.all([one, other, one, other, one].map((door) => door.ask(newExpense(), key())))
  t.is(answers.filter((answer) => 'replayed' in answer).length, 4)
  for (const answer of answers) t.is(('replayed' in answer ? answer.replayed : answer).position, 4)
  t.is((await log.head()).position, 4)
})

test('a request that changed nothing is answered as at first, too', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(recordLunch)
  const same = amendExpense(lunch, { amount: '12.50' }, anybody)
  t.like(await one.done(same, key()), { position: 4, version: 1 })
  await other.ask(amendExpense(lunch, { amount: '9.90' }, anybody))
  t.like(await other.ask(same, key()), { replayed: { position: 4, version: 1, stream: expenseStream(lunch) } })
})

test('a key that was used for another request is refused', async (t) => {
  const { one, other } = await freshLedger(t)
  await one.ask(newExpense(), key())
  for (const door of [one, other]) t.is(await door.refusal(newExpense(), key(ana, 'another')), 'IdempotencyKeyReused')
  t.is(await other.refusal(newExpense(), key(ana, 'another', 'another key')), undefined)
})

test('keys are each user’s own', async (t) => {
  const { one } = await freshLedger(t)
  await one.done(newExpense(), key(ana))
  await one.done(newExpense(), key(ben, 'another'))
  t.pass()
})

test('a request that was refused can be sent again', async (t) => {
  const { one, other } = await freshLedger(t)
  const record = newExpense(ben)
  await one.ask(deleteUser(ben, anybody))
  t.is(await one.refusal(record, key()), 'UserDeleted')
  await other.ask(restoreUser(ben, anybody))
  t.is(await one.refusal(record, key()), undefined)
  t.true('replayed' in (await one.ask(record, key())))
})
