import test from 'ava'
import { fieldsOf, lunch, PASSWORD, record, serveLedger, since, type Person } from '../served.ts'

const served = await serveLedger()
const ana = await served.first()

/** Ben, whose ledger has one expense and is shared with Cleo as `role`. */
async function shared(role: string) {
  const [ben, cleo] = [await served.member(ana), await served.member(ana)]
  const expense = await record(ben)
  const answer = await ben.agent.post(`/api/users/${ben.id}/shares`).send({ email: cleo.email, role }).expect(201)
  return { ben, cleo, expense, answer }
}
const shareAs = (ben: Person, cleo: Person, role: string) =>
  ben.agent.post(`/api/users/${ben.id}/shares`).send({ userId: cleo.id, role })

test('a ledger is shared by its owner, who sees with whom, and the other one sees whose', async (t) => {
  const { ben, cleo, answer } = await shared('viewer')
  t.like(answer.body, { userId: cleo.id, role: 'viewer' })
  const given = await ben.agent.get(`/api/users/${ben.id}/shares`).set(since(answer)).expect(200)
  t.deepEqual(given.body, [answer.body])
  const received = await cleo.agent.get('/api/shares').set(since(answer)).expect(200)
  t.like(received.body, [{ userId: ben.id, role: 'viewer', currency: 'EUR' }])
  await cleo.agent.get(`/api/users/${ben.id}/shares`).expect(404)
  const again = await shareAs(ben, cleo, 'editor').expect(201)
  const changed = await ben.agent.get(`/api/users/${ben.id}/shares`).set(since(again)).expect(200)
  t.like(changed.body, [{ userId: cleo.id, role: 'editor' }])
})

test('it cannot be shared with oneself, with nobody, or as anything else', async (t) => {
  const { ben } = await shared('viewer')
  const share = (body: object) => ben.agent.post(`/api/users/${ben.id}/shares`).send(body).expect(422)
  t.deepEqual(fieldsOf(await share({ userId: ben.id, role: 'viewer' })), ['userId'])
  t.deepEqual(fieldsOf(await share({ email: 'nobody@example.org', role: 'viewer' })), ['email'])
  t.deepEqual(fieldsOf(await share({ email: ana.email, role: 'owner' })), ['role'])
  t.deepEqual(fieldsOf(await share({ role: 'viewer' })), ['email'])
  t.deepEqual(fieldsOf(await share({ userId: ana.id, email: ana.email, role: 'viewer' })), ['email'])
})

test('a viewer looks at everything but the audit trail, and changes nothing', async (t) => {
  const { ben, cleo, expense, answer } = await shared('viewer')
  const seen = since(answer)
  for (const path of [
    `/api/expenses?user=${ben.id}&totals=true`,
    `/api/expenses.csv?user=${ben.id}`,
    `/api/expenses/${expense.id}`,
    `/api/expenses/${expense.id}/history`,
    `/api/categories?user=${ben.id}`,
    `/api/users/${ben.id}/totals`,
    `/api/reports/spending?user=${ben.id}&asOf=${seen['Ledger-Position']}`,
    `/api/audit/proof?position=${expense.since['Ledger-Position']}`,
  ]) {
    await cleo.agent.get(path).set(seen).expect(200)
  }
  await cleo.agent.get(`/api/audit?user=${ben.id}`).expect(403)
  await cleo.agent.get(`/api/users/${ben.id}`).expect(404)
  await cleo.agent.get(`/api/users/${ben.id}/history`).expect(404)
  await cleo.agent.get(`/api/users/${ben.id}/preferences`).expect(404)
  const own = await cleo.agent.get('/api/expenses?totals=true').expect(200)
  t.like(own.body, { count: 0 })
  await refusesChanges(cleo, ben, expense)
})

async function refusesChanges({ agent }: Person, ben: Person, { id, categoryId }: { id: string; categoryId: string }) {
  await agent
    .post('/api/expenses')
    .send({ ...lunch, userId: ben.id })
    .expect(403)
  await agent.patch(`/api/expenses/${id}`).send({ amount: '1.00' }).expect(403)
  await agent.delete(`/api/expenses/${id}`).expect(403)
  await agent.post(`/api/expenses/${id}/revert`).send({ version: 1 }).expect(403)
  await agent
    .post('/api/expenses/bulk')
    .send({ filter: { user: ben.id }, delete: true })
    .expect(403)
  await agent
    .post('/api/expenses/bulk')
    .send({ ids: [id], delete: true })
    .expect(403)
  await agent.post('/api/categories').send({ userId: ben.id, name: 'Rent' }).expect(403)
  await agent.patch(`/api/categories/${categoryId}`).send({ name: 'Rent' }).expect(403)
  await agent.delete(`/api/categories/${categoryId}`).expect(403)
  await agent.patch(`/api/users/${ben.id}`).send({ name: 'Mine' }).expect(404)
  await agent.delete(`/api/users/${ben.id}`).expect(404)
  await agent.post(`/api/users/${ben.id}/shares`).send({ userId: ana.id, role: 'viewer' }).expect(404)
}

test('an auditor reads the audit trail too, and changes nothing', async (t) => {
  const { ben, cleo, expense, answer } = await shared('auditor')
  const trail = await cleo.agent.get(`/api/audit?user=${ben.id}`).set(since(answer)).expect(200)
  const { items } = trail.body as { items: { type: string; summary: string }[] }
  t.is(items[0]?.type, 'LedgerShared')
  t.regex(items[0]?.summary ?? '', /shared their own ledger with .+ as auditor$/)
  await refusesChanges(cleo, ben, expense)
})

test('an editor records and changes, and each change says who really did it', async (t) => {
  const { ben, cleo, expense, answer } = await shared('editor')
  const added = await cleo.agent
    .post('/api/expenses')
    .send({ ...lunch, userId: ben.id })
    .expect(201)
  t.like(added.body, { userId: ben.id, changedBy: { id: cleo.id } })
  const amended = await cleo.agent.patch(`/api/expenses/${expense.id}`).send({ amount: '1.00' }).expect(200)
  t.like(amended.body, { changedBy: { id: cleo.id } })
  const bulk = await cleo.agent
    .post('/api/expenses/bulk')
    .send({ filter: { user: ben.id }, change: { category: 'Eating out' } })
    .expect(200)
  t.like(bulk.body, { count: 2 })
  await cleo.agent.post(`/api/batches/${(bulk.body as { batch: string }).batch}/revert`).expect(200)
  const history = await ben.agent.get(`/api/expenses/${expense.id}/history`).set(since(amended)).expect(200)
  t.is((history.body as { actor: { id: string } }[])[1]?.actor.id, cleo.id)
  await cleo.agent.get(`/api/audit?user=${ben.id}`).set(since(answer)).expect(403)
})

test('what is taken back counts at once, for what is shared as well as for who comes to share it', async (t) => {
  const { ben, cleo, expense } = await shared('editor')
  const ended = await ben.agent.delete(`/api/users/${ben.id}/shares/${cleo.id}`).expect(204)
  await cleo.agent.get(`/api/expenses?user=${ben.id}`).expect(403)
  await cleo.agent.get(`/api/expenses/${expense.id}`).expect(404)
  await cleo.agent.patch(`/api/expenses/${expense.id}`).send({ amount: '1.00' }).expect(404)
  const left = await cleo.agent.get('/api/shares').set(since(ended)).expect(200)
  t.deepEqual(left.body, [])
  await ben.agent.delete(`/api/users/${ben.id}/shares/${cleo.id}`).expect(404)
})

test('who was let in may leave, and an admin may do all of it', async (t) => {
  const { ben, cleo } = await shared('viewer')
  await cleo.agent.delete(`/api/users/${ben.id}/shares/${cleo.id}`).expect(204)
  await cleo.agent.get(`/api/expenses?user=${ben.id}`).expect(403)
  await ana.agent.post(`/api/users/${ben.id}/shares`).send({ userId: cleo.id, role: 'viewer' }).expect(201)
  await cleo.agent.get(`/api/expenses?user=${ben.id}`).expect(200)
  await ana.agent.delete(`/api/users/${ben.id}/shares/${cleo.id}`).expect(204)
  t.pass()
})

test('the ledger of somebody who is deleted is shared no longer, until they are back', async (t) => {
  const { ben, cleo } = await shared('viewer')
  const deleted = await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  await cleo.agent.get(`/api/expenses?user=${ben.id}`).expect(403)
  t.deepEqual((await cleo.agent.get('/api/shares').set(since(deleted)).expect(200)).body, [])
  await ana.agent.post(`/api/users/${ben.id}/restore`).expect(200)
  await cleo.agent.get(`/api/expenses?user=${ben.id}`).expect(200)
})

/** Listens from now on. Resolves to what gives the positions that were told, once the connection has ended. */
async function listen({ email }: Person): Promise<() => Promise<number[]>> {
  const body = JSON.stringify({ email, password: PASSWORD })
  const headers = { 'Content-Type': 'application/json' }
  const session = await fetch(`${served.address}/api/session`, { method: 'POST', headers, body })
  const cookie = session.headers.getSetCookie().map((one) => one.slice(0, one.indexOf(';')))
  const live = await fetch(`${served.address}/api/live`, { headers: { Cookie: cookie.join('; ') } })
  return async () => [...(await live.text()).matchAll(/^data: .*"position":(\d+)/gm)].map(([, at]) => Number(at))
}

test('live is told of what happens in a shared ledger, until sharing ends: then the connection does', async (t) => {
  const { ben, cleo, expense } = await shared('viewer')
  const hearing = await listen(cleo)
  const amended = await ben.agent.patch(`/api/expenses/${expense.id}`).send({ amount: '1.00' }).expect(200)
  const ended = await ben.agent.delete(`/api/users/${ben.id}/shares/${cleo.id}`).expect(204)
  await ben.agent.patch(`/api/expenses/${expense.id}`).send({ amount: '2.00' }).expect(200)
  // It ends by itself: who comes back then is told of their own alone.
  t.deepEqual(
    await hearing(),
    [amended, ended].map((answer) => Number(answer.get('Ledger-Position'))),
  )
})
