import test from 'ava'
import { openMemo } from '../../../src/projections/as-of/memo.ts'

/** A memo of at most five rows, and what was made for it so far. */
function remembering() {
  const memo = openMemo(5)
  const made: string[] = []
  const ask = (key: string, rows = 2) => {
    const make = async () => {
      made.push(key)
      return Promise.resolve(`${key}!`)
    }
    return memo.once(key, make, () => rows)
  }
  return { memo, made, ask }
}

test('what is asked for again is not made again, also by who comes meanwhile', async (t) => {
  const { made, ask } = remembering()
  t.deepEqual(await Promise.all([ask('one'), ask('one')]), ['one!', 'one!'])
  t.is(await ask('one'), 'one!')
  t.deepEqual(made, ['one'])
})

test('what was used longest ago goes first when there are too many rows', async (t) => {
  const { made, ask } = remembering()
  for (const key of ['one', 'other', 'one', 'third', 'one', 'other']) await ask(key)
  t.deepEqual(made, ['one', 'other', 'third', 'other'])
})

test('what is too large by itself is not kept', async (t) => {
  const { made, ask } = remembering()
  for (const key of ['small', 'large', 'large']) await ask(key, key === 'large' ? 6 : 1)
  t.deepEqual(made, ['small', 'large', 'large'])
})

test('nothing is kept of what could not be made', async (t) => {
  const { memo, ask } = remembering()
  const fail = () => Promise.reject(new Error('The database is away'))
  await t.throwsAsync(
    memo.once('one', fail, () => 1),
    { message: 'The database is away' },
  )
  t.is(await ask('one'), 'one!')
})

test('what is to be forgotten is made again', async (t) => {
  const { memo, made, ask } = remembering()
  await ask('one')
  memo.asOf(1)
  await ask('one')
  t.deepEqual(made, ['one', 'one'])
})
