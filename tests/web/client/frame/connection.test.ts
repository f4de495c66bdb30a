import test from 'ava'
import { openConnection } from '../../../../src/web/client/frame/connection.ts'

/** A connection whose waiting ends when `wait` is called. */
function open(answers: () => boolean) {
  const waiting: (() => void)[] = []
  const knock = async () => {
    if (!answers()) throw new Error('No answer')
    connection.reached()
  }
  const connection = openConnection(knock, (run) => waiting.push(run))
  const wait = async () => {
    for (const run of waiting.splice(0)) run()
    await new Promise(setImmediate)
  }
  return { connection, wait, isWaiting: () => waiting.length > 0 }
}

test('a lost server is knocked at until it answers', async (t) => {
  let isUp = false
  const { connection, wait, isWaiting } = open(() => isUp)
  connection.heardNothing()
  connection.heardNothing()
  await wait()
  t.true(connection.lost.value)
  isUp = true
  await wait()
  t.false(connection.lost.value)
  t.is(connection.returns.value, 1)
  t.false(isWaiting())
})
test('an answer while nothing was lost is no return', (t) => {
  const { connection } = open(() => true)
  connection.reached()
  t.is(connection.returns.value, 0)
})
test('trying by hand does not make it try twice as often', async (t) => {
  let knocks = 0
  const { connection, wait } = open(() => {
    knocks += 1
    return false
  })
  connection.heardNothing()
  await connection.tryAgain()
  await connection.tryAgain()
  t.is(knocks, 2)
  await wait()
  await wait()
  t.is(knocks, 4)
})
test('looking while all is well asks once', async (t) => {
  let knocks = 0
  const { connection, isWaiting } = open(() => (knocks += 1) > 0)
  await connection.look()
  t.is(knocks, 1)
  t.false(isWaiting())
})
