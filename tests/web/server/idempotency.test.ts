import test from 'ava'
import type { Response } from 'supertest'
import { newId } from '../../../src/events/ids.ts'
import { Expense, User } from '../../../src/web/api.ts'
import { commands, send } from './commands.ts'
import { fieldsOf, lunch, record, serveLedger } from './served.ts'

const { first, member, ledger } = await serveLedger()
const ana = await first()

const key = () => ({ 'Idempotency-Key': newId() })
const said = ({ status, text, headers }: Response) => {
  return { status, text, etag: headers.etag as string, position: headers['ledger-position'] as string }
}
/** How many events of this stream's the log has: other tests append meanwhile. */
async function versions(answer: Response): Promise<number> {
  const { id } = answer.body as { id: string }
  const streams = (['user', 'category', 'expense'] as const).map((kind) => `${kind}-${id}` as const)
  const slices = await ledger.log.readStreams(streams as Parameters<typeof ledger.log.readStreams>[0])
  return [...slices.values()].reduce((sum, { version }) => sum + version, 0)
}

for (const [name, prepare] of Object.entries(commands)) {
  test(`${name}: sent again under its key, it gets its first answer and does nothing`, async (t) => {
    const asked = await prepare(ana)
    const headers = key()
    const one = await send(ana.agent, asked, headers)
    const events = await versions(one)
    const other = await send(ana.agent, asked, headers)
    t.true(one.status < 300, JSON.stringify(one.body))
    t.deepEqual(said(other), said(one))
    t.is(other.get('Idempotent-Replay'), 'true')
    t.is(one.get('Idempotent-Replay'), undefined)
    t.is(other.get('Set-Cookie'), undefined)
    t.is(await versions(one), events)
  })

  test(`${name}: its key is good for nothing else`, async (t) => {
    const asked = await prepare(ana)
    const headers = key()
    await send(ana.agent, asked, headers)
    const elsewhere = await send(ana.agent, { method: 'post', path: '/api/expenses', body: lunch }, headers)
    const refused = asked.other ? [await send(ana.agent, { ...asked, body: asked.other }, headers)] : []
    if (name !== 'POST /api/expenses') refused.push(elsewhere)
    for (const answer of refused) {
      t.is(answer.status, 422)
      t.deepEqual(fieldsOf(answer), ['Idempotency-Key'])
    }
  })
}

test('what was answered is answered again, whatever the names are by then', async (t) => {
  const ben = await member(ana, { name: 'Ben' })
  const headers = key()
  const asked = { method: 'post', path: '/api/expenses', body: lunch } as const
  const one = await send(ben.agent, asked, headers)
  const { id, categoryId } = Expense.parse(one.body)
  await ben.agent.patch(`/api/users/${ben.id}`).send({ name: 'Benjamin' }).expect(200)
  await ben.agent.patch(`/api/categories/${categoryId}`).send({ name: 'Groceries' }).expect(200)
  await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '1.00' }).expect(200)
  await ben.agent.delete(`/api/expenses/${id}`).expect(200)
  t.deepEqual(said(await send(ben.agent, asked, headers)), said(one))
})

test('a key belongs to whoever used it', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const headers = key()
  const asked = { method: 'post', path: '/api/expenses', body: lunch } as const
  const [one, other] = [await send(ben.agent, asked, headers), await send(carl.agent, asked, headers)]
  t.is(other.get('Idempotent-Replay'), undefined)
  t.not(Expense.parse(one.body).id, Expense.parse(other.body).id)
})

test('of one command sent many times at once one is done', async (t) => {
  const ben = await member(ana)
  const headers = key()
  const asked = { method: 'post', path: '/api/expenses', body: lunch } as const
  const answers = await Promise.all(Array.from({ length: 16 }, () => send(ben.agent, asked, headers)))
  t.deepEqual(new Set(answers.map((answer) => JSON.stringify(said(answer)))).size, 1)
  t.is(answers.filter((answer) => answer.get('Idempotent-Replay') === undefined).length, 1)
})

test('a refusal is not kept', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const headers = key()
  const restore = { method: 'post', path: `/api/expenses/${id}/restore` } as const
  t.is((await send(ben.agent, restore, headers)).status, 409)
  await ben.agent.delete(`/api/expenses/${id}`).expect(200)
  const answer = await send(ben.agent, restore, headers)
  t.is(answer.status, 200)
  t.is(answer.get('Idempotent-Replay'), undefined)
})

test('what changed nothing is answered again too', async (t) => {
  const ben = await member(ana)
  const headers = key()
  const asked = { method: 'patch', path: `/api/users/${ben.id}`, body: {} } as const
  const one = await send(ben.agent, asked, headers)
  await ben.agent.patch(`/api/users/${ben.id}`).send({ name: 'Benjamin' }).expect(200)
  const other = await send(ben.agent, asked, headers)
  t.is(User.parse(one.body).version, 1)
  t.deepEqual(said(other), said(one))
})

const keys: [key: string, why: string][] = [
  ['k'.repeat(201), 'too long'],
  ['', 'empty'],
  ['schlüssel', 'not ASCII'],
]
for (const [value, why] of keys) {
  test(`a key that is ${why} is refused`, async (t) => {
    const answer = await ana.agent.post('/api/expenses').set('Idempotency-Key', value).send(lunch).expect(422)
    t.deepEqual(fieldsOf(answer), ['Idempotency-Key'])
  })
}

test('a key of 200 characters is one', async (t) => {
  const headers = { 'Idempotency-Key': newId().padEnd(200, '~') }
  const asked = { method: 'post', path: '/api/expenses', body: lunch } as const
  const [one, other] = [await send(ana.agent, asked, headers), await send(ana.agent, asked, headers)]
  t.deepEqual(said(other), said(one))
})
