import test from 'ava'
import type { Expense } from '../../../../src/web/api.ts'
import { openExpenseChanges } from '../../../../src/web/client/expenses/expense-changes.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import { coffee } from '../examples.ts'

type Seen = Pick<Expense, 'version'>

/** Changes over a server that has one expense and refuses what is not about its newest version. */
function open() {
  const state: { now: Expense; isLost: boolean } = { now: coffee, isLost: false }
  const said: { text: string; action?: ToastAction | undefined }[] = []
  async function take({ version }: Seen, changed: Partial<Expense>): Promise<Expense> {
    if (state.isLost) throw new Unreachable()
    if (version !== state.now.version) throw new Refused({ type: 'urn:test', title: 'Stale version', status: 412 })
    return (state.now = { ...state.now, ...changed, version: version + 1 })
  }
  const changes = openExpenseChanges({
    server: {
      expense: async () => state.now,
      addExpense: async () => state.now,
      changeExpense: (seen, body) => take(seen, body as Partial<Expense>),
      deleteExpense: (seen) => take(seen, { deleted: true }),
      restoreExpense: (seen) => take(seen, { deleted: false }),
    },
    toasts: { say: (text, action) => said.push({ text, action }) },
    format: openFormat('en-GB'),
    lookAgain: () => undefined,
  })
  return { changes, state, said, last: () => said.at(-1)?.text }
}

test('several changes are taken back one after the other, the newest first', async (t) => {
  const { changes, state } = open()
  await changes.change(state.now, { amount: '20.00' })
  await changes.change(state.now, { description: 'Espresso' })
  await changes.remove(state.now)
  await changes.undo()
  t.false(state.now.deleted)
  await changes.undo()
  t.like(state.now, { amount: '20.00', description: 'Coffee beans' })
  await changes.undo()
  t.is(state.now.amount, '16.50')
})
test('what was taken back is not the next thing to be taken back', async (t) => {
  const { changes, state, last } = open()
  await changes.change(state.now, { amount: '20.00' })
  await changes.undo()
  await changes.undo()
  t.is(state.now.amount, '16.50')
  t.is(last(), messages.toasts.nothingToUndo)
})
test('what was taken back can be done again from where it is said', async (t) => {
  const { changes, state, said } = open()
  await changes.remove(state.now)
  await changes.undo()
  said.at(-1)?.action?.run()
  await new Promise(setImmediate)
  t.true(state.now.deleted)
  await changes.undo()
  t.false(state.now.deleted)
})
test('what was taken back by a key is not offered again where it was said', async (t) => {
  const { changes, state, said } = open()
  await changes.remove(state.now)
  t.false(said[0]?.action?.isSpent?.value)
  await changes.undo()
  t.true(said[0]?.action?.isSpent?.value)
})
test('a change of something else meanwhile is not in the way of an undo', async (t) => {
  const { changes, state } = open()
  await changes.change(state.now, { amount: '20.00' })
  state.now = { ...state.now, description: 'Espresso', version: 7 }
  await changes.undo()
  t.like(state.now, { amount: '16.50', description: 'Espresso', version: 8 })
})
test('a change of the same field meanwhile is', async (t) => {
  const { changes, state, last } = open()
  await changes.change(state.now, { amount: '20.00' })
  state.now = { ...state.now, amount: '21.00', version: 7 }
  await changes.undo()
  t.is(state.now.amount, '21.00')
  t.is(last(), messages.toasts.changedMeanwhile)
})
test('what was added and worked on since is not taken back by undoing', async (t) => {
  const { changes, state } = open()
  const { id, categoryId, description, date, amount } = coffee
  await changes.add({ id, categoryId, description, date, amount })
  state.now = { ...state.now, description: 'Espresso', version: 2 }
  await changes.undo()
  t.false(state.now.deleted)
})
test('an undo that may not have arrived can be tried again', async (t) => {
  const { changes, state, last } = open()
  await changes.remove(state.now)
  state.isLost = true
  await changes.undo()
  t.is(last(), messages.errors.unreachable)
  state.isLost = false
  await changes.undo()
  t.false(state.now.deleted)
})
