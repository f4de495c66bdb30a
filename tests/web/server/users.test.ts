import test from 'ava'
import { User, UserList } from '../../../src/web/api.ts'
import { lunch, PASSWORD, record, serveLedger, since, bodyOf } from './served.ts'

const { first, member, nobody, signIn } = await serveLedger()
const ana = await first()

const namesIn = ({ body }: { body: unknown }) => UserList.parse(body).items.map(({ name }) => name)

test('only an admin adds users', async (t) => {
  const ben = await member(ana)
  const carla = { name: 'Carla', email: 'carla@example.com', password: PASSWORD }
  await nobody().post('/api/users').send(carla).expect(401)
  await ben.agent.post('/api/users').send(carla).expect(403)
  const answer = await ana.agent.post('/api/users').send(carla).expect(201)
  t.is(answer.get('Set-Cookie'), undefined)
  const { id, version, recordedAt, changedAt, ...fields } = User.parse(answer.body)
  t.deepEqual(fields, { name: 'Carla', email: 'carla@example.com', role: 'member', currency: 'EUR', deleted: false })
  t.is(recordedAt, changedAt)
  const read = await ana.agent.get(`/api/users/${id}`).set(since(answer)).expect(200)
  t.deepEqual(read.body, answer.body)
  t.is(read.get('ETag'), `"${version}"`)
})

test('an e-mail address belongs to one user, however it is written', async (t) => {
  await member(ana, { email: 'dana@example.com' })
  const answer = await ana.agent
    .post('/api/users')
    .send({ name: 'Other', email: 'DANA@Example.com', password: PASSWORD })
    .expect(409)
  t.like(answer.body, { type: 'urn:expense-ledger:problem:email-taken', errors: [{ path: 'email' }] })
})

test('members see themselves alone', async (t) => {
  const eve = await member(ana, { name: 'Eve' })
  const list = await eve.agent.get('/api/users').expect(200)
  t.deepEqual(namesIn(list), ['Eve'])
  await eve.agent.get(`/api/users/${ana.id}`).expect(404)
  await eve.agent.get(`/api/users/${ana.id}/totals`).expect(404)
  await eve.agent.patch(`/api/users/${ana.id}`).send({ name: 'Mine' }).expect(404)
  await eve.agent.delete(`/api/users/${ana.id}`).expect(404)
  await eve.agent.get('/api/users?deleted=true').expect(403)
  await eve.agent.post(`/api/users/${eve.id}/restore`).expect(403)
})

test('everybody changes their own name, address and currency, and only an admin a role', async (t) => {
  const finn = await member(ana)
  const wanted = { name: 'Finn', email: 'Finn@example.com', currency: 'JPY' }
  const answer = await finn.agent.patch(`/api/users/${finn.id}`).send(wanted).expect(200)
  t.like(answer.body, { ...wanted, role: 'member', version: 2 })
  await finn.agent.patch(`/api/users/${finn.id}`).send({ role: 'admin' }).expect(403)
  const admin = await ana.agent.patch(`/api/users/${finn.id}`).send({ role: 'admin' }).expect(200)
  t.like(admin.body, { role: 'admin' })
  await finn.agent.get('/api/users?deleted=true').expect(200)
})

test('the list of users goes page by page, and admins may ask for those who were deleted', async (t) => {
  const { first, member } = await serveLedger()
  const admin = await first('Admin')
  for (const name of ['One', 'Two', 'Three']) await member(admin, { name })
  const gone = await member(admin, { name: 'Gone' })
  const deleted = await admin.agent.delete(`/api/users/${gone.id}`).expect(200)

  const page = await admin.agent.get('/api/users?limit=3').set(since(deleted)).expect(200)
  const { next } = UserList.parse(page.body)
  const rest = await admin.agent.get(`/api/users?limit=3&cursor=${next}`).expect(200)
  t.deepEqual([...namesIn(page), ...namesIn(rest)].sort(), ['Admin', 'One', 'Three', 'Two'])
  t.is(UserList.parse(rest.body).next, null)
  t.deepEqual(namesIn(await admin.agent.get('/api/users?deleted=true').expect(200)), ['Gone'])
  t.deepEqual(namesIn(await admin.agent.get('/api/users?deleted=false&limit=1').expect(200)).length, 1)
})

test('who is deleted is signed out everywhere and cannot sign in', async (t) => {
  const gus = await member(ana)
  const elsewhere = await signIn(gus.email)
  const answer = await ana.agent.delete(`/api/users/${gus.id}`).expect(200)
  t.like(answer.body, { deleted: true, version: 2 })
  await gus.agent.get('/api/session').expect(401)
  await elsewhere.get('/api/expenses').expect(401)
  await nobody().post('/api/session').send({ email: gus.email, password: PASSWORD }).expect(401)
  t.like((await ana.agent.get(`/api/users/${gus.id}`).set(since(answer)).expect(200)).body, { deleted: true })
  await ana.agent.delete(`/api/users/${gus.id}`).expect(409)
  await ana.agent.patch(`/api/users/${gus.id}`).send({ name: 'Late' }).expect(409)
})

test('restoring brings a user back, but not the sessions', async (t) => {
  const hal = await member(ana)
  await ana.agent.post(`/api/users/${hal.id}/restore`).expect(409)
  await ana.agent.delete(`/api/users/${hal.id}`).expect(200)
  const answer = await ana.agent.post(`/api/users/${hal.id}/restore`).expect(200)
  t.like(answer.body, { deleted: false, version: 3 })
  await hal.agent.get('/api/session').expect(401)
  await signIn(hal.email)
})

test('deleting a user frees the address, and then the user cannot come back with it', async (t) => {
  const ida = await member(ana)
  await ana.agent.delete(`/api/users/${ida.id}`).expect(200)
  const successor = await member(ana, { email: ida.email.toUpperCase() })
  const answer = await ana.agent.post(`/api/users/${ida.id}/restore`).expect(409)
  t.like(answer.body, { type: 'urn:expense-ledger:problem:email-taken' })
  await ana.agent.patch(`/api/users/${successor.id}`).send({ email: 'successor@example.com' }).expect(200)
  await ana.agent.post(`/api/users/${ida.id}/restore`).expect(200)
})

test('one admin always remains', async (t) => {
  const { first, member } = await serveLedger()
  const one = await first()
  const refused = await one.agent.patch(`/api/users/${one.id}`).send({ role: 'member' }).expect(409)
  t.like(refused.body, { type: 'urn:expense-ledger:problem:last-admin' })
  await one.agent.delete(`/api/users/${one.id}`).expect(409)

  const other = await member(one, { role: 'admin' })
  const answers = await Promise.all([
    one.agent.patch(`/api/users/${other.id}`).send({ role: 'member' }),
    other.agent.patch(`/api/users/${one.id}`).send({ role: 'member' }),
  ])
  t.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
})

test('totals are per currency, in major units, without what was deleted', async (t) => {
  const jan = await member(ana, { currency: 'EUR' })
  await record(jan, { amount: '12.50' })
  await record(jan, { amount: '-2.45' })
  await record(jan, { amount: '1500', currency: 'JPY' })
  await record(jan, { amount: '9007199254740991', currency: 'JPY' })
  await record(jan, { amount: '9007199254740991', currency: 'JPY' })
  const gone = await record(jan, { amount: '7.00' })
  const last = await jan.agent.delete(`/api/expenses/${gone.id}`).expect(200)
  const body = bodyOf(await jan.agent.get(`/api/users/${jan.id}/totals`).set(since(last)).expect(200))
  t.deepEqual(body, [
    { currency: 'EUR', count: 2, total: '10.05' },
    { currency: 'JPY', count: 3, total: '18014398509483482' },
  ])
})

test('what is not there is not found', async (t) => {
  const unknown = '01970000-0000-7000-8000-000000000000'
  for (const id of [unknown, 'nobody', '1', '%00']) {
    await ana.agent.get(`/api/users/${id}`).expect(404)
    await ana.agent.get(`/api/users/${id}/totals`).expect(404)
    await ana.agent.patch(`/api/users/${id}`).send({ name: 'Nobody' }).expect(404)
    await ana.agent.delete(`/api/users/${id}`).expect(404)
    await ana.agent.post(`/api/users/${id}/restore`).expect(404)
  }
  const answer = await ana.agent.post('/api/expenses').send({ ...lunch, userId: unknown })
  t.like(answer.body, { status: 422, errors: [{ path: 'userId' }] })
})
