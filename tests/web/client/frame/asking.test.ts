import test from 'ava'
import { openAsking } from '../../../../src/web/client/frame/asking.ts'

/** Asking whose answers the test gives, or refuses, one after the other. */
function open() {
  const heard: unknown[] = []
  const signals: AbortSignal[] = []
  let settle: { resolve: (answer: string) => void; reject: (error: Error) => void } | undefined
  const asking = openAsking(
    (signal) => {
      signals.push(signal)
      return new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
    },
    (what, isAskedAgain) => heard.push([what, isAskedAgain]),
  )
  const answer = async (text: string) => {
    settle?.resolve(text)
    await new Promise(setImmediate)
  }
  const refuse = async (error: Error) => {
    settle?.reject(error)
    await new Promise(setImmediate)
  }
  return { asking, heard, signals, answer, refuse }
}

test('however often it is wanted meanwhile, it is asked once more after the answer, and that is heard too', async (t) => {
  const { asking, heard, signals, answer } = open()
  asking.again()
  for (let times = 0; times < 5; times += 1) asking.again()
  t.is(signals.length, 1)
  await answer('older')
  t.is(signals.length, 2)
  await answer('newest')
  t.is(signals.length, 2)
  t.deepEqual(heard, [
    [{ answer: 'older' }, true],
    [{ answer: 'newest' }, false],
  ])
  asking.again()
  t.is(signals.length, 3)
})
test('what fails is told, and can be asked again', async (t) => {
  const { asking, heard, answer, refuse } = open()
  const failure = new Error('No')
  asking.again()
  await refuse(failure)
  asking.again()
  await answer('yes')
  t.deepEqual(heard, [
    [{ failure }, false],
    [{ answer: 'yes' }, false],
  ])
})
test('after stopping nothing is heard, and nothing is asked', async (t) => {
  const { asking, heard, signals, answer } = open()
  asking.again()
  asking.again()
  asking.stop()
  t.true(signals[0]?.aborted)
  await answer('late')
  asking.again()
  t.is(signals.length, 1)
  t.deepEqual(heard, [])
})
