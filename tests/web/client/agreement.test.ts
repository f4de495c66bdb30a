import test from 'ava'
import { openAgreement } from '../../../src/web/client/agreement.ts'
import * as schemas from '../../../src/web/client/schemas.ts'
import { anaUser } from './examples.ts'

/** Answers held against schemas that come, or do not, once the page has time for them. */
function open(...loads: boolean[]) {
  const misfits: string[] = []
  const state = { loads: 0 }
  const put: (() => void)[] = []
  const agreement = openAgreement({
    load: async () => {
      state.loads += 1
      if (loads.shift() === false) throw new TypeError('Failed to fetch dynamically imported module')
      return schemas
    },
    later: (run) => put.push(run),
    idle: (run) => put.push(run),
    misfit: (path) => misfits.push(path),
  })
  const haveTime = async () => {
    for (const run of put.splice(0)) run()
    await new Promise(setImmediate)
  }
  return { ...agreement, misfits, state, haveTime }
}

test('an answer that came before the schemas is held against them when they come', async (t) => {
  const { hold, misfits, state, haveTime } = open()
  hold('/api/session', 'User', { ...anaUser, more: 1 })
  hold('/api/users/1', 'User', anaUser)
  hold('/api/users/2', 'User', undefined)
  t.is(state.loads, 0)
  t.deepEqual(misfits, [])
  await haveTime()
  t.deepEqual(misfits, ['/api/session', '/api/users/2'])
})
test('an answer that comes later is held against them at once, and they are not fetched again', async (t) => {
  const { hold, misfits, state, haveTime } = open()
  hold('/api/session', 'Nothing', undefined)
  await haveTime()
  hold('/api/users/1', 'User', { ...anaUser, version: 'one' })
  hold('/api/users/2', 'User', anaUser)
  t.deepEqual(misfits, ['/api/users/1'])
  await haveTime()
  t.is(state.loads, 1)
})
test('where the schemas could not be fetched, the next answer asks for them again', async (t) => {
  const { hold, misfits, state, haveTime } = open(false)
  hold('/api/users/1', 'User', {})
  await haveTime()
  t.deepEqual(misfits, [])
  hold('/api/users/2', 'User', {})
  await haveTime()
  t.is(state.loads, 2)
  t.deepEqual(misfits, ['/api/users/2'])
})
test('a long list is checked piece by piece, to its end', async (t) => {
  const { hold, misfits, haveTime } = open()
  hold('/api/session', 'Nothing', undefined)
  await haveTime()
  const many = { items: Array.from({ length: 450 }, () => anaUser), next: null }
  hold('/api/users?right', 'UserList', many)
  hold('/api/users?wrong', 'UserList', { ...many, items: [...many.items, { ...anaUser, version: 'one' }] })
  await haveTime()
  t.deepEqual(misfits, [])
  await haveTime()
  t.deepEqual(misfits, ['/api/users?wrong'])
})
