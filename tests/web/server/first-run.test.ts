import test from 'ava'
import type { Problem, User } from '../../../src/web/api.ts'
import { PASSWORD, serveLedger, bodyOf } from './served.ts'

const ana = { name: 'Ana Novak', email: 'ana@example.com', password: PASSWORD }
const firstRunOf = ({ body }: { body: unknown }) => (body as Problem).firstRun

test('while there are no users whoever asks is told so', async (t) => {
  const { nobody } = await serveLedger()
  t.true(firstRunOf(await nobody().get('/api/session').expect(401)))
  const { email, password } = ana
  t.true(firstRunOf(await nobody().post('/api/session').send({ email, password }).expect(401)))
})

test('the first to register becomes admin, whatever was asked for, and is signed in', async (t) => {
  const { nobody } = await serveLedger()
  const agent = nobody()
  const answer = await agent
    .post('/api/users')
    .send({ ...ana, role: 'member' })
    .expect(201)
  t.is((answer.body as User).role, 'admin')
  t.is(answer.get('Ledger-Position'), '1')
  const body = bodyOf(await agent.get('/api/session').expect(200))
  t.deepEqual(body, answer.body)
})

test('the first to register is asked for no key', async (t) => {
  const { nobody } = await serveLedger()
  const long = 'k'.repeat(201)
  await nobody().post('/api/users').set('Idempotency-Key', long).send(ana).expect(201)
  const again = await nobody().post('/api/users').set('Idempotency-Key', long).send(ana).expect(401)
  t.is(firstRunOf(again), undefined)
})

test('a first registration that is refused leaves the door open', async (t) => {
  const { nobody, first, head } = await serveLedger()
  await nobody()
    .post('/api/users')
    .send({ ...ana, password: 'short' })
    .expect(422)
  t.is(await head(), 0)
  t.true(firstRunOf(await nobody().get('/api/session').expect(401)))
  await first()
  t.is(firstRunOf(await nobody().get('/api/session').expect(401)), undefined)
})

test('of many who are first at once one is', async (t) => {
  const { nobody, head } = await serveLedger()
  const emails = Array.from({ length: 8 }, (_, index) => `ana${index}@example.com`)
  const answers = await Promise.all(
    emails.map((email) =>
      nobody()
        .post('/api/users')
        .send({ ...ana, email }),
    ),
  )
  const statuses = answers.map(({ status }) => status).sort()
  t.deepEqual(statuses, [201, 401, 401, 401, 401, 401, 401, 401])
  t.is(await head(), 1)
})

test('once somebody was first, nobody ever is again', async (t) => {
  const { nobody, first, member } = await serveLedger()
  const one = await first()
  const other = await member(one, { role: 'admin' })
  await other.agent.delete(`/api/users/${one.id}`).expect(200)
  t.is(firstRunOf(await nobody().get('/api/session').expect(401)), undefined)
  await nobody().post('/api/users').send(ana).expect(401)
})
