import test from 'ava'
import { openBulkChanges } from '../../../../src/web/client/expenses/bulk-changes.ts'
import { openExpenseChanges } from '../../../../src/web/client/expenses/expense-changes.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import { dinner, lunch } from '../../../examples.ts'
import { coffee } from '../examples.ts'

type Done = { batch: string | null; count: number }

/** Bulk changes over a server that answers `state.done`, or fails as it is told; `sent` is what it was asked. */
function open() {
  const state: { done: Done; failure?: Error | undefined } = { done: { batch: 'first', count: 2 } }
  const sent: unknown[] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  async function answer<T>(asked: unknown, given: T): Promise<T> {
    sent.push(asked)
    if (state.failure) throw state.failure
    return given
  }
  const server = {
    expense: async () => coffee,
    addExpense: async () => coffee,
    changeExpense: async () => coffee,
    deleteExpense: async () => coffee,
    restoreExpense: async () => coffee,
    changeExpenses: (body: object) => answer(body, state.done),
    revertBatch: (batch: string, skip: boolean) => answer({ batch, skip }, { batch: `${batch} back`, count: 2 }),
  }
  const toasts = { say: (text: string, action?: ToastAction) => said.push({ text, action }) }
  const format = openFormat('en-GB')
  const changes = openExpenseChanges({ server, toasts, format, lookAgain: () => undefined })
  const bulk = openBulkChanges({ server, toasts, changes })
  const press = async () => {
    said.at(-1)?.action?.run()
    await new Promise(setImmediate)
  }
  return { bulk, changes, state, sent, last: () => said.at(-1)?.text, press }
}
const ids = [lunch, dinner]
const problem = { type: 'urn:expense-ledger:problem:changed-since', title: 'Changed since', status: 409 }

test('many are changed by one command, and taken back by one', async (t) => {
  const { bulk, changes, sent, last, press } = open()
  await bulk.change({ ids }, { category: 'Food' }, 'Food')
  t.is(last(), 'Category of 2 expenses changed to Food')
  await changes.undo()
  t.is(last(), 'Taken back: 2 expenses as before')
  await press()
  t.deepEqual(sent, [
    { ids, change: { category: 'Food' } },
    { batch: 'first', skip: false },
    { batch: 'first back', skip: false },
  ])
  await changes.undo()
  t.deepEqual(sent.at(-1), { batch: 'first back back', skip: false })
})
test('all that match are named by the filter', async (t) => {
  const { bulk, sent, last } = open()
  await bulk.change({ filter: { q: 'bread' } }, { date: '2026-11-23' }, '23 Nov 2026')
  await bulk.remove({ filter: { q: 'bread' } })
  t.deepEqual(sent, [
    { filter: { q: 'bread' }, change: { date: '2026-11-23' } },
    { filter: { q: 'bread' }, delete: true },
  ])
  t.is(last(), 'Deleted 2 expenses')
})
test('what changes nothing is said and is no step to take back', async (t) => {
  const { bulk, changes, state, last } = open()
  state.done = { batch: null, count: 0 }
  await bulk.remove({ ids })
  t.is(last(), messages.bulk.nothing)
  await changes.undo()
  t.is(last(), messages.toasts.nothingToUndo)
})
test('what stands in the way of taking back is counted, and the others are taken back if somebody says so', async (t) => {
  const { bulk, changes, state, sent, last, press } = open()
  await bulk.remove({ ids })
  state.failure = new Refused({ ...problem, errors: [{ path: lunch, message: 'The amount was changed since' }] })
  await changes.undo()
  t.is(last(), 'Not taken back: 1 expense changed since')
  state.failure = undefined
  await press()
  t.deepEqual(sent.at(-1), { batch: 'first', skip: true })
  t.is(last(), 'Taken back: 2 expenses as before')
})
test('a refusal says how many stand in the way, and why', async (t) => {
  const { bulk, state, last } = open()
  const errors = ids.map((path) => ({ path, message: 'This expense is deleted' }))
  state.failure = new Refused({ ...problem, type: 'urn:test', errors })
  await bulk.change({ ids }, { category: 'Food' }, 'Food')
  t.is(last(), 'Nothing was changed: 2 expenses cannot be. This expense is deleted')
})
test('a value that is wrong for all is said as it is, and so is a lost connection', async (t) => {
  const { bulk, state, last } = open()
  state.failure = new Refused({ ...problem, errors: [{ path: 'change.category', message: 'Too long' }] })
  await bulk.change({ ids }, { category: 'Food' }, 'Food')
  t.is(last(), 'Too long')
  state.failure = new Unreachable()
  await bulk.remove({ ids })
  t.is(last(), messages.errors.unreachable)
})
test('deleted ones are brought back by one command, and go again by one', async (t) => {
  const { bulk, changes, sent, last } = open()
  await bulk.restore({ ids })
  t.is(last(), 'Restored 2 expenses')
  await changes.undo()
  t.deepEqual(sent, [
    { ids, restore: true },
    { batch: 'first', skip: false },
  ])
})
test('where none could be brought back there is nothing to take back', async (t) => {
  const { bulk, changes, state, last } = open()
  state.failure = new Unreachable()
  await bulk.restore({ ids })
  t.is(last(), messages.errors.unreachable)
  await changes.undo()
  t.is(last(), messages.toasts.nothingToUndo)
})
