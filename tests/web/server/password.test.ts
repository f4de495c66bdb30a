import test from 'ava'
import { openPasswords } from '../../../src/web/server/signing-in/passwords.ts'
import { openSessions } from '../../../src/web/server/signing-in/sessions.ts'
import { openTokens } from '../../../src/web/server/signing-in/tokens.ts'
import { fieldsOf, PASSWORD, serveLedger, type Person } from './served.ts'
import { makeToken, showing } from './token-holder.ts'

const { first, member, nobody, signIn, ledger } = await serveLedger()
const ana = await first()

const NEW = 'a new and long password'
const change = (by: Person, { id }: { id: string }, body: object) =>
  by.agent.put(`/api/users/${id}/password`).send(body)
const trySignIn = ({ email }: Person, password: string) => nobody().post('/api/session').send({ email, password })

test('whoever changes their password stays signed in, and nothing else that the old one let in does', async (t) => {
  const ben = await member(ana)
  const elsewhere = await signIn(ben.email)
  const token = await makeToken(ben)
  const stolen = ben.agent.jar.getCookie('session', { path: '/', domain: '127.0.0.1', secure: false, script: false })
  await change(ben, ben, { current: PASSWORD, password: NEW }).expect(204)
  await ben.agent.get('/api/session').expect(200)
  await elsewhere.get('/api/session').expect(401)
  await showing(token, nobody()).get('/api/session').expect(401)
  await nobody().get('/api/session').set('Cookie', `session=${stolen?.value}`).expect(401)
  await trySignIn(ben, PASSWORD).expect(401)
  await signIn(ben.email, NEW)
  t.truthy(stolen)
})

test('one’s own password is changed by whoever knows it', async (t) => {
  const ben = await member(ana)
  t.deepEqual(fieldsOf(await change(ben, ben, { password: NEW }).expect(422)), ['current'])
  t.deepEqual(fieldsOf(await change(ben, ben, { current: 'a guess', password: NEW }).expect(422)), ['current'])
  t.deepEqual(fieldsOf(await change(ben, ben, { current: PASSWORD, password: 'short' }).expect(422)), ['password'])
  t.deepEqual(fieldsOf(await change(ana, ana, { password: NEW }).expect(422)), ['current'])
  await trySignIn(ben, PASSWORD).expect(200)
})

test('guesses in a session count as failed sign-ins do', async (t) => {
  const ben = await member(ana)
  const guess = () => change(ben, ben, { current: 'a guess', password: NEW })
  for (let time = 0; time < 10; time++) await guess().expect(422)
  t.true(Number((await guess().expect(429)).get('Retry-After')) <= 60)
  await change(ben, ben, { current: PASSWORD, password: NEW }).expect(429)
  await trySignIn(ben, PASSWORD).expect(429)
  await trySignIn(ana, PASSWORD).expect(200)
})

test('an admin sets the password of somebody who lost theirs, and everything of theirs ends', async (t) => {
  const ben = await member(ana)
  const token = await makeToken(ben)
  const answer = await change(ana, ben, { password: NEW }).expect(204)
  t.is(answer.get('Set-Cookie'), undefined)
  await ana.agent.get('/api/session').expect(200)
  await ben.agent.get('/api/session').expect(401)
  await showing(token, nobody()).get('/api/session').expect(401)
  await signIn(ben.email, NEW)
})

test('nobody else’s password is there for a member', async (t) => {
  const ben = await member(ana)
  await change(ben, ana, { current: PASSWORD, password: NEW }).expect(404)
  await change(ben, { id: 'nobody' }, { password: NEW }).expect(404)
  await nobody().put(`/api/users/${ben.id}/password`).send({ current: PASSWORD, password: NEW }).expect(401)
  await trySignIn(ana, PASSWORD).expect(200)
  t.pass()
})

test('a user who was deleted, or never was, gets no password', async (t) => {
  const ben = await member(ana)
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  await change(ana, ben, { password: NEW }).expect(409)
  await change(ana, { id: '01970000-0000-7000-8000-000000000000' }, { password: NEW }).expect(404)
  t.pass()
})

test('of many who know a password and change it at once one does', async (t) => {
  const ben = await member(ana)
  const agents = await Promise.all(Array.from({ length: 6 }, () => signIn(ben.email)))
  const changes = agents.map((agent, index) => {
    return change({ ...ben, agent }, ben, { current: PASSWORD, password: `${NEW} ${index}` })
  })
  const statuses = (await Promise.all(changes)).map(({ status }) => status)
  t.is(statuses.filter((status) => status === 204).length, 1)
  await signIn(ben.email, `${NEW} ${statuses.indexOf(204)}`)
})

test('whoever is just signing in with the old password is not let in, or not for long', async (t) => {
  const ben = await member(ana)
  const agents = Array.from({ length: 8 }, () => nobody())
  const body = { email: ben.email, password: PASSWORD }
  const signing = agents.map((agent) => agent.post('/api/session').send(body))
  const [, ...statuses] = (await Promise.all([change(ana, ben, { password: NEW }), ...signing])).map(
    ({ status }) => status,
  )
  t.true(statuses.every((status) => status === 200 || status === 401))
  for (const agent of agents) await agent.get('/api/session').expect(401)
})

test('what was found out about a password or a session before it ended opens nothing after', async (t) => {
  const ben = await member(ana)
  const { pool } = ledger
  const [passwords, sessions, tokens] = [openPasswords(pool), openSessions(pool), openTokens(pool)]
  const since = await passwords.check(ben.id, PASSWORD)
  const secret = await sessions.openWith(ben.id, since!)
  const wanted = { name: 'A script', scope: 'read' } as const
  t.truthy(await tokens.make(secret!, wanted))
  await passwords.change(ben.id, PASSWORD)
  t.is(await sessions.openWith(ben.id, since!), undefined)
  t.is(await tokens.make(secret!, wanted), undefined)
})
