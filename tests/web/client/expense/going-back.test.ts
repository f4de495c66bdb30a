import test from 'ava'
import { openGoingBack } from '../../../../src/web/client/expense/going-back.ts'
import { openFormat } from '../../../../src/web/client/format.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { messages } from '../../../../src/web/client/messages.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import { coffee } from '../examples.ts'

/** Going back over a server that gives each expense its next version, or fails. */
function open(failure?: Error) {
  const asked: unknown[] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const goBack = openGoingBack({
    server: {
      async revertExpense({ id, version }, body) {
        if (failure) throw failure
        asked.push([version, body])
        return { ...coffee, id, version: version + 1 }
      },
    },
    toasts: { say: (text, action) => said.push({ text, action }) },
    format: openFormat('en-GB'),
  })
  return { goBack, asked, said }
}

test('going back can be taken back', async (t) => {
  const { goBack, asked, said } = open()
  await goBack({ ...coffee, version: 4 }, 2)
  t.is(said[0]?.text, 'Coffee beans is as it was: €16.50')
  said[0]?.action?.run()
  await new Promise(setImmediate)
  t.deepEqual(asked, [
    [4, { version: 2 }],
    [5, { version: 4 }],
  ])
})
test('what cannot be done says why', async (t) => {
  const stale = open(new Refused({ type: 'urn:test', title: 'Stale', status: 412 }))
  await stale.goBack(coffee, 1)
  t.is(stale.said[0]?.text, messages.expense.changedMeanwhile)
  const lost = open(new Unreachable())
  await lost.goBack(coffee, 1)
  t.is(lost.said[0]?.text, messages.errors.unreachable)
})
