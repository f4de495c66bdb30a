import test from 'ava'
import { openGoingBack } from '../../../../src/web/client/expense/going-back.ts'
import { openExpenseChanges } from '../../../../src/web/client/expenses/expense-changes.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import { coffee } from '../examples.ts'

/** Going back over a server that gives each expense its next version, or fails. */
function open(failure?: Error) {
  const asked: unknown[] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  let looks = 0
  const server = {
    expense: async () => coffee,
    addExpense: async () => coffee,
    changeExpense: async () => coffee,
    deleteExpense: async () => coffee,
    restoreExpense: async () => coffee,
    async revertExpense({ id, version }: Pick<typeof coffee, 'id' | 'version'>, body: { version: number }) {
      if (failure) throw failure
      asked.push([version, body])
      return { ...coffee, id, version: version + 1 }
    },
  }
  const toasts = { say: (text: string, action?: ToastAction) => said.push({ text, action }) }
  const format = openFormat('en-GB')
  const changes = openExpenseChanges({ server, toasts, format, lookAgain: () => (looks += 1) })
  return { goBack: openGoingBack({ server, format, changes }), changes, asked, said, looks: () => looks }
}

test('going back can be taken back by its toast, and done again', async (t) => {
  const { goBack, asked, said } = open()
  await goBack({ ...coffee, version: 4 }, 2)
  t.is(said[0]?.text, 'Coffee beans is as it was: €16.50')
  for (const times of [0, 1]) {
    said[times]?.action?.run()
    await new Promise(setImmediate)
  }
  t.deepEqual(asked, [
    [4, { version: 2 }],
    [5, { version: 4 }],
    [6, { version: 5 }],
  ])
})
test('it is the last thing that was done on the page, which the key for undoing takes back', async (t) => {
  const { goBack, changes, asked, said } = open()
  await goBack({ ...coffee, version: 4 }, 2)
  await changes.undo()
  t.deepEqual(asked.at(-1), [5, { version: 4 }])
  t.true(said[0]?.action?.isSpent?.value)
  await changes.undo()
  t.is(said.at(-1)?.text, messages.toasts.nothingToUndo)
})
test('what cannot be done says why, and shows how it is', async (t) => {
  const stale = open(new Refused({ type: 'urn:test', title: 'Stale', status: 412 }))
  await stale.goBack(coffee, 1)
  t.is(stale.said[0]?.text, messages.toasts.changedMeanwhile)
  t.is(stale.looks(), 1)
  const lost = open(new Unreachable())
  await lost.goBack(coffee, 1)
  t.is(lost.said[0]?.text, messages.errors.unreachable)
})
