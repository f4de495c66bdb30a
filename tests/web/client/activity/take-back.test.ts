import test from 'ava'
import { openTakingBack } from '../../../../src/web/client/activity/take-back.ts'
import type { ToastAction } from '../../../../src/web/client/frame/toasts.ts'
import { Refused } from '../../../../src/web/client/refused.ts'
import { lunch } from '../../../examples.ts'
import { batch } from './examples.ts'

const changed = [{ path: lunch, message: 'Changed since: amount' }]
const problem = (status: number, errors?: typeof changed) =>
  new Refused({ type: 'urn:test', title: 'No', status, detail: 'It cannot be', ...(errors && { errors }) })

/** A server that answers in turn as it is told. */
function open(...answers: ({ batch: string | null; count: number } | Error)[]) {
  const asked: [string, boolean][] = []
  const said: { text: string; action?: ToastAction | undefined }[] = []
  const server = {
    async revertBatch(id: string, skip: boolean) {
      asked.push([id, skip])
      const answer = answers.shift()
      if (answer === undefined) throw new Error('Asked once more than told')
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  const toasts = { say: (text: string, action?: ToastAction) => void said.push({ text, action }) }
  return { takingBack: openTakingBack(batch, { server, toasts, format: { count: String } }), asked, said }
}

test('a batch is taken back, and that can be undone', async (t) => {
  const { takingBack, asked, said } = open({ batch: 'back', count: 4 }, { batch: 'again', count: 4 })
  t.true(await takingBack.run(false))
  t.is(said[0]?.text, 'Took back the change of 4 expenses')
  said[0]?.action?.run()
  await Promise.resolve()
  t.deepEqual(asked, [
    [batch, false],
    ['back', false],
  ])
})
test('what was changed since stands in the way until it is left out', async (t) => {
  const { takingBack, asked } = open(problem(409, changed), { batch: 'back', count: 3 })
  t.false(await takingBack.run(false))
  t.deepEqual(takingBack.inTheWay.value, changed)
  t.is(takingBack.problem.value, undefined)
  t.true(await takingBack.run(true))
  t.deepEqual(asked[1], [batch, true])
})
test('any other refusal is said', async (t) => {
  const { takingBack } = open(problem(404))
  t.false(await takingBack.run(false))
  t.is(takingBack.problem.value, 'It cannot be')
  t.deepEqual(takingBack.inTheWay.value, [])
})
test('where nothing is left to take back, there is nothing to undo', async (t) => {
  const { takingBack, said } = open({ batch: null, count: 0 })
  t.true(await takingBack.run(false))
  t.deepEqual(said, [{ text: 'There was nothing to take back: all is as it was before', action: undefined }])
})
test('one at a time', async (t) => {
  const { takingBack, asked } = open({ batch: 'back', count: 1 })
  const [first, second] = await Promise.all([takingBack.run(false), takingBack.run(false)])
  t.deepEqual([first, second], [true, false])
  t.is(asked.length, 1)
})
