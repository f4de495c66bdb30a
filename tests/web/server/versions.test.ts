import test from 'ava'
import { newId } from '../../../src/events/ids.ts'
import { aboutMany, commands, creating, send } from './commands.ts'
import { addCategory, fieldsOf, record, serveLedger, since, bodyOf } from './served.ts'

const { first, member, head } = await serveLedger()
const ana = await first()

for (const [name, prepare] of Object.entries(commands)) {
  if (creating.includes(name) || aboutMany.includes(name)) continue

  test(`${name}: for another version than the newest it is refused`, async (t) => {
    const asked = await prepare(ana)
    const stale = await send(ana.agent, asked, { 'If-Match': '"99"' })
    t.like(stale.body, { status: 412, type: 'urn:expense-ledger:problem:stale-version' })
    const version = /re(store|vert)$|\/shares\/:with$/.test(name) ? 2 : 1
    // Who is erased is deleted first.
    const events = name.endsWith('/erase') ? 2 : 1
    const answer = await send(ana.agent, asked, { 'If-Match': `"${version}"` })
    t.true(answer.status < 300)
    t.is(answer.get('ETag'), `"${version + events}"`)
  })

  test(`${name}: for whatever version there is`, async (t) => {
    t.true((await send(ana.agent, await prepare(ana), { 'If-Match': '*' })).status < 300)
  })

  test(`${name}: a version that is none is malformed`, async (t) => {
    const asked = await prepare(ana)
    for (const version of ['1', '', 'W/"1"', '"1", "2"', '"-1"', '"1.0"', '"one"', `"${'1'.repeat(100)}"`]) {
      const answer = await send(ana.agent, asked, { 'If-Match': version })
      t.is(answer.status, 400)
      t.deepEqual(fieldsOf(answer), ['If-Match'])
    }
  })
}

test('a refusal says how far the log must be read to see why', async (t) => {
  const { id } = await record(ana)
  const changed = await ana.agent.patch(`/api/expenses/${id}`).send({ amount: '9.90' }).expect(200)
  const stale = await ana.agent.patch(`/api/expenses/${id}`).set('If-Match', '"1"').send({ amount: '8' }).expect(412)
  t.true(Number(stale.get('Ledger-Position')) >= Number(changed.get('Ledger-Position')))
  const read = await ana.agent.get(`/api/expenses/${id}`).set(since(stale)).expect(200)
  t.like(read.body, { amount: '9.90', version: 2 })
})

test.serial('a command that changes nothing names the version that is and the head', async (t) => {
  const ben = await member(ana)
  const expense = await record(ben)
  const food = `/api/categories/${expense.categoryId}`
  const nothing = async (method: 'patch' | 'delete', path: string, version: number, body?: object) => {
    for (const headers of [{}, { 'Idempotency-Key': newId() }]) {
      const before = await head()
      const answer = await send(ben.agent, { method, path, ...(body && { body }) }, headers)
      t.is(answer.status, 200)
      t.is(answer.get('ETag'), `"${version}"`)
      t.is(answer.get('Ledger-Position'), `${before}`)
      t.is(await head(), before)
    }
  }
  await nothing('patch', `/api/users/${ben.id}`, 1, {})
  await nothing('patch', `/api/users/${ben.id}`, 1, { email: ben.email })
  await nothing('patch', food, 1, { name: 'Food' })
  await nothing('patch', `/api/expenses/${expense.id}`, 1, { amount: '12.5', category: 'FOOD' })
  await ben.agent.delete(food).expect(200)
  await nothing('delete', food, 2)
})

test('the version of a stream counts its own changes', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const { since: after } = await addCategory(ben, { name: 'Travel' })
  const moved = await ben.agent.patch(`/api/expenses/${id}`).send({ category: 'New' }).expect(200)
  t.is(moved.get('ETag'), '"2"')
  t.is(Number(moved.get('Ledger-Position')) - Number(after['Ledger-Position']) >= 2, true)
})

test('of many who change the same version at once one does', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      ben.agent
        .patch(`/api/expenses/${id}`)
        .set('If-Match', '"1"')
        .send({ description: `Number ${index}` }),
    ),
  )
  t.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412, 412, 412, 412, 412])
})

test('a read answers in full, whatever was read before', async (t) => {
  const ben = await member(ana)
  const expense = await record(ben)
  const path = `/api/expenses/${expense.id}`
  const read = await ben.agent.get(path).set(expense.since).expect(200)
  const again = await ben.agent
    .get(path)
    .set('If-None-Match', read.get('ETag') ?? '')
    .expect(200)
  t.deepEqual(again.body, read.body)
  await ben.agent.get(path).set('If-None-Match', '*').expect(200)
  await ben.agent.get(path).set('If-Modified-Since', 'Sun, 01 Jan 2040 00:00:00 GMT').expect(200)
})

test('a write is seen by the read that follows it', async (t) => {
  const ben = await member(ana)
  for (let time = 0; time < 20; time++) {
    const { id, since: after } = await record(ben, { amount: `${time + 1}.00` })
    await ben.agent.get(`/api/expenses/${id}`).set(after).expect(200)
    const amended = await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '0.01' }).expect(200)
    const body = bodyOf(await ben.agent.get('/api/expenses?sort=-recorded&limit=1').set(since(amended)).expect(200))
    t.like(body, { items: { 0: { id, amount: '0.01' } } })
  }
})

test('a read that asks for what is not there yet is told to come again', async (t) => {
  const ben = await member(ana)
  const { id, since: after } = await record(ben)
  const path = `/api/expenses/${id}`
  const reads = [
    '/api/users',
    `/api/users/${ben.id}`,
    `/api/users/${ben.id}/totals`,
    '/api/categories',
    '/api/expenses',
    '/api/expenses?totals=true',
    path,
    `${path}/history`,
  ]
  const answers = await Promise.all(reads.map((read) => ben.agent.get(read).set('Ledger-Position', '999999999999')))
  for (const answer of answers) {
    t.is(answer.status, 503)
    t.regex(answer.get('Retry-After') ?? '', /^\d+$/)
  }
  for (const read of reads) {
    await ben.agent.get(read).set(after).expect(200)
    for (const garbage of ['', 'now', '-1', '1.5', '9'.repeat(40)]) {
      const refused = await ben.agent.get(read).set('Ledger-Position', garbage).expect(422)
      t.deepEqual(fieldsOf(refused), ['Ledger-Position'])
    }
  }
})
