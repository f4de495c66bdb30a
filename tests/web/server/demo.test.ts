import test from 'ava'
import { Demo, ExpenseList, UserList } from '../../../src/web/api.ts'
import { bodyOf, record, serveLedger, since } from './served.ts'

test('an admin fills an empty ledger with people and what they bought, as one batch and in the admin’s name', async (t) => {
  const { ledger, head, first, nobody } = await serveLedger()
  const ana = await first()
  const before = await head()
  const answer = await ana.agent.post('/api/demo').expect(201)
  const { users, expenses, batch } = Demo.parse(answer.body)
  t.is(Number(since(answer)['Ledger-Position']), await head())

  const list = await ana.agent.get('/api/expenses?deleted=all&totals=true&limit=1').set(since(answer)).expect(200)
  t.is(ExpenseList.parse(list.body).count, expenses)
  const people = UserList.parse(bodyOf(await ana.agent.get('/api/users').expect(200))).items
  t.is(people.length, 1 + users)
  const own = await ana.agent.get(`/api/expenses?deleted=all&user=${ana.id}`).expect(200)
  t.deepEqual(ExpenseList.parse(own.body).items, [])

  const events = await ledger.log.readAfter(before, 10_000, { columns: ['actorId', 'metadata'] })
  t.true(events.every(({ actorId, metadata }) => actorId === ana.id && metadata.batch === batch))
  const { email } = people.at(-1)!
  await nobody().post('/api/session').send({ email, password: 'demo demo demo' }).expect(401)
})

test('a ledger in which anything was recorded is left alone, even if it was deleted again', async (t) => {
  const { head, first } = await serveLedger()
  const ana = await first()
  const { id } = await record(ana)
  await ana.agent.delete(`/api/expenses/${id}`).expect(200)
  const before = await head()
  await ana.agent.post('/api/demo').expect(409)
  t.is(await head(), before)
})

test('of those who ask at once one is answered, and a repeated request gets its answer again', async (t) => {
  const { head, first } = await serveLedger()
  const ana = await first()
  const ask = (key: string) => ana.agent.post('/api/demo').set('Idempotency-Key', key)
  const answers = await Promise.all(['one', 'one', 'other', 'other'].map(ask))
  t.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 409, 409])
  const [one, again] = answers.filter(({ status }) => status === 201)
  t.deepEqual(one!.body, again!.body)
  t.deepEqual(since(one!), since(again!))
  t.deepEqual([one, again].map((answer) => answer!.get('Idempotent-Replay')).sort(), ['true', undefined])
  t.is(await head(), Number(since(one!)['Ledger-Position']))
})

test('it is for admins alone, and takes nothing', async (t) => {
  const { head, nobody, first, member } = await serveLedger()
  const ana = await first()
  const ben = await member(ana)
  const before = await head()
  await nobody().post('/api/demo').expect(401)
  await ben.agent.post('/api/demo').expect(403)
  await ana.agent.post('/api/demo').send({ users: 5 }).expect(422)
  await ana.agent.post('/api/demo?users=5').expect(422)
  t.is(await head(), before)
})
