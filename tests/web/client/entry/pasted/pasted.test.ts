import test from 'ava'
import { readLines } from '../../../../../src/web/client/entry/pasted/lines.ts'
import { openPasted } from '../../../../../src/web/client/entry/pasted/pasted.ts'
import { messages } from '../../../../../src/web/client/messages.ts'
import { Unreachable } from '../../../../../src/web/client/refused.ts'
import { ana, EUR } from '../../../../examples.ts'
import { coffee, groceries } from '../../examples.ts'

const text = '2026-11-03\tBread\tGroceries\t3.40\n2026-11-04\tMilk\tGroceries\t1.20\n2026-11-99\tTea\tGroceries\t4'
const usual = { date: '2026-11-23', category: '', currency: EUR, locale: 'en-GB' }
const to = { userId: ana, currency: EUR }

/** Pasted lines over a server that takes them, or fails at the description that it is told. */
function open() {
  const sent: { id?: string | undefined; description: string }[] = []
  const deleted: unknown[] = []
  const said: { text: string; takeBack?: () => Promise<unknown> }[] = []
  const state = { failsAt: '' }
  const pasted = openPasted({
    server: {
      async addExpense(body) {
        if (body.description === state.failsAt) throw new Unreachable()
        sent.push(body)
        return coffee
      },
      async changeExpenses(body) {
        deleted.push(body)
        return { batch: null, count: 2 }
      },
    },
    toasts: { say: (text) => said.push({ text }) },
    changes: { done: (text, takeBack) => said.push({ text, takeBack }) },
  })
  pasted.show(readLines(text, usual, [groceries])!)
  return { pasted, sent, deleted, said, state }
}

test('lines without a problem are added one after the other, and taken back at once', async (t) => {
  const { pasted, sent, deleted, said } = open()
  const ids = pasted.good.value.map(({ id }) => id)
  t.is(await pasted.addAll(to), ids[1])
  t.deepEqual(
    sent.map(({ id, description }) => [id, description]),
    [
      [ids[0], 'Bread'],
      [ids[1], 'Milk'],
    ],
  )
  t.deepEqual(pasted.lines.value, [])
  t.is(said[0]?.text, messages.pasted.added(2))
  await said[0]?.takeBack?.()
  t.deepEqual(deleted, [{ ids, delete: true }])
  t.is(said[1]?.text, messages.pasted.takenBack(2))
})
test('after a failure only what is missing is sent', async (t) => {
  const { pasted, sent, state } = open()
  state.failsAt = 'Milk'
  t.is(await pasted.addAll(to), undefined)
  t.is(pasted.submission.errors.value[0]?.message, messages.errors.unreachable)
  t.is(pasted.done.value.length, 1)
  state.failsAt = ''
  await pasted.addAll(to)
  t.deepEqual(
    sent.map(({ description }) => description),
    ['Bread', 'Milk'],
  )
})
test('going back to the form forgets them', (t) => {
  const { pasted } = open()
  pasted.clear()
  t.deepEqual(pasted.lines.value, [])
})
