import test from 'ava'
import type { Problem } from '../../../../src/web/api.ts'
import { Refused, Unreachable } from '../../../../src/web/client/refused.ts'
import { openSession } from '../../../../src/web/client/session/session.ts'
import { anaUser, benUser } from '../examples.ts'

const refusal = (status: number, more: Partial<Problem> = {}) => {
  return new Refused({ type: 'urn:test', title: 'No', status, ...more })
}

/** A session whose server says what `say` returns or throws. */
function open(say: () => typeof anaUser) {
  let starts = 0
  const answer = async () => say()
  const signOut = async () => undefined
  const server = { whoAmI: answer, signIn: answer, registerFirst: answer, signOut }
  const session = openSession(server, () => starts++)
  return { session, starts: () => starts }
}
const refused = (error: Error) =>
  open(() => {
    throw error
  }).session

test('somebody who is signed in goes on', async (t) => {
  const { session } = open(() => anaUser)
  await session.ask()
  t.deepEqual(session.state.value, { status: 'signedIn', me: anaUser })
  t.is(session.me.value, anaUser)
})
test('without a session one signs in; without any users one begins', async (t) => {
  const session = refused(refusal(401))
  await session.ask()
  t.deepEqual(session.state.value, { status: 'signedOut', ended: false })
  t.is(session.me.value, undefined)
  const first = refused(refusal(401, { firstRun: true }))
  await first.ask()
  t.deepEqual(first.state.value, { status: 'firstRun' })
})
test('a server that cannot say leaves what was known', async (t) => {
  let isUp = true
  const { session } = open(() => {
    if (isUp) return anaUser
    throw new Unreachable()
  })
  await session.ask()
  isUp = false
  await session.ask()
  t.is(session.state.value.status, 'signedIn')
})
test('a server that cannot say at first is asked again by the person', async (t) => {
  const session = refused(refusal(503, { detail: 'Later' }))
  await session.ask()
  t.is(session.state.value.status, 'failed')
})
test('a session that has ended is told from one that never was', async (t) => {
  const { session } = open(() => anaUser)
  session.ended()
  t.is(session.state.value.status, 'asking')
  await session.signIn({ email: 'ana@example.org', password: 'a long password' })
  session.ended()
  t.deepEqual(session.state.value, { status: 'signedOut', ended: true })
})
test('what one person saw is forgotten when another signs in, and at signing out', async (t) => {
  let who = anaUser
  const { session, starts } = open(() => who)
  await session.ask()
  session.ended()
  await session.ask()
  t.is(starts(), 0)
  who = benUser
  await session.ask()
  t.is(starts(), 1)
  await session.signOut()
  t.is(starts(), 2)
})
