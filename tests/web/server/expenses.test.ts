import test from 'ava'
import { newId } from '../../../src/events/ids.ts'
import { Expense } from '../../../src/web/api.ts'
import { addCategory, fieldsOf, lunch, record, serveLedger, since } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()

test('an expense is answered as it was recorded, and read the same', async (t) => {
  const ben = await member(ana, { name: 'Ben' })
  const answer = await ben.agent.post('/api/expenses').send(lunch).expect(201)
  const { id, categoryId, recordedAt, changedAt, ...fields } = Expense.parse(answer.body)
  const by = { id: ben.id, name: 'Ben' }
  t.deepEqual(fields, { ...lunch, userId: ben.id, currency: 'EUR', version: 1, changedBy: by, deleted: false } as never)
  t.is(recordedAt, changedAt)
  t.regex(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  t.truthy(categoryId)
  const read = await ben.agent.get(`/api/expenses/${id}`).set(since(answer)).expect(200)
  t.deepEqual(read.body, answer.body)
  t.is(read.get('ETag'), '"1"')
})

test('a category is named by its name or its id, not by both and not by neither', async (t) => {
  const ben = await member(ana)
  const { id: categoryId } = await addCategory(ben, { name: 'Travel' })
  const { category: _name, ...bare } = lunch
  t.like(await record(ben, { category: 'tRAVEL' }), { categoryId, category: 'Travel' })
  const byId = await ben.agent
    .post('/api/expenses')
    .send({ ...bare, categoryId })
    .expect(201)
  t.like(byId.body, { categoryId, category: 'Travel' })
  t.deepEqual(fieldsOf(await ben.agent.post('/api/expenses').send(bare).expect(422)), ['category'])
  t.deepEqual(
    fieldsOf(
      await ben.agent
        .post('/api/expenses')
        .send({ ...lunch, categoryId })
        .expect(422),
    ),
    ['category'],
  )
})

test('the client may choose the id, once', async (t) => {
  const ben = await member(ana)
  const id = newId()
  t.is((await record(ben, { id: id.toUpperCase() })).id, Expense.shape.id.parse(id))
  const again = await ben.agent
    .post('/api/expenses')
    .send({ ...lunch, id })
    .expect(409)
  t.like(again.body, { type: 'urn:expense-ledger:problem:expense-exists' })
  t.deepEqual(fieldsOf(again), ['id'])
  const carl = await member(ana)
  await carl.agent
    .post('/api/expenses')
    .send({ ...lunch, id })
    .expect(409)
})

test('the currency is the user’s unless said', async (t) => {
  const ben = await member(ana, { currency: 'JPY' })
  t.like(await record(ben, { amount: '1250' }), { amount: '1250', currency: 'JPY' })
  t.like(await record(ben, { currency: 'USD' }), { amount: '12.50', currency: 'USD' })
})

const amounts: [asked: string, currency: string, answered: string | undefined][] = [
  ['12.5', 'EUR', '12.50'],
  ['0012', 'EUR', '12.00'],
  ['-3', 'EUR', '-3.00'],
  ['0.01', 'EUR', '0.01'],
  ['90071992547409.91', 'EUR', '90071992547409.91'],
  ['-90071992547409.91', 'EUR', '-90071992547409.91'],
  ['90071992547409.92', 'EUR', undefined],
  ['9007199254740991', 'JPY', '9007199254740991'],
  ['9007199254740992', 'JPY', undefined],
  ['1', 'JPY', '1'],
  ['1.0', 'JPY', undefined],
  ['1.234', 'KWD', '1.234'],
  ['1.2345', 'KWD', undefined],
  ['1.234', 'EUR', undefined],
  ['0', 'EUR', undefined],
  ['-0.00', 'EUR', undefined],
]
for (const [amount, currency, answered] of amounts) {
  test(`${amount} ${currency} ${answered === undefined ? 'is refused' : `is ${answered}`}`, async (t) => {
    const answer = await ana.agent.post('/api/expenses').send({ ...lunch, amount, currency })
    if (answered === undefined) {
      t.is(answer.status, 422)
      t.deepEqual(fieldsOf(answer), ['amount'])
    } else {
      t.like(answer.body, { amount: answered, currency })
      const read = await ana.agent.get(`/api/expenses/${Expense.parse(answer.body).id}`).set(since(answer))
      t.like(read.body, { amount: answered, currency })
    }
  })
}

test('an amendment changes what it names and nothing else', async (t) => {
  const ben = await member(ana)
  const { since: _since, ...before } = await record(ben)
  const wanted = { description: 'Dinner', date: '2026-11-24', amount: '40.00', category: 'Evenings' }
  const answer = await ben.agent.patch(`/api/expenses/${before.id}`).send(wanted).expect(200)
  const { categoryId, changedAt, ...after } = Expense.parse(answer.body)
  const { categoryId: oldId, changedAt: oldTime, ...same } = before
  t.deepEqual(after, { ...same, ...wanted, version: 2 } as never)
  t.not(categoryId, oldId)
  t.true(changedAt > oldTime)
  t.deepEqual((await ben.agent.get(`/api/expenses/${before.id}`).set(since(answer)).expect(200)).body, answer.body)
})

test('a new currency alone keeps the amount as it is written', async (t) => {
  const ben = await member(ana)
  const patch = (id: string, body: object) => ben.agent.patch(`/api/expenses/${id}`).send(body)
  const { id } = await record(ben, { amount: '12.00' })
  t.like((await patch(id, { currency: 'JPY' }).expect(200)).body, { amount: '12', currency: 'JPY' })
  t.like((await patch(id, { currency: 'KWD' }).expect(200)).body, { amount: '12.000', currency: 'KWD' })
  t.like((await patch(id, { currency: 'EUR', amount: '12.34' }).expect(200)).body, { amount: '12.34', currency: 'EUR' })
  t.deepEqual(fieldsOf(await patch(id, { currency: 'JPY' }).expect(422)), ['currency'])
  t.deepEqual(fieldsOf(await patch(id, { amount: '1.234' }).expect(422)), ['amount'])
})

test('a deleted expense is still there to look at, and comes back', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  await ben.agent.post(`/api/expenses/${id}/restore`).expect(409)
  const deleted = await ben.agent.delete(`/api/expenses/${id}`).expect(200)
  t.like(deleted.body, { id, deleted: true, version: 2, category: 'Food' })
  t.deepEqual((await ben.agent.get(`/api/expenses/${id}`).set(since(deleted)).expect(200)).body, deleted.body)
  await ben.agent.delete(`/api/expenses/${id}`).expect(409)
  await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '1.00' }).expect(409)
  const restored = await ben.agent.post(`/api/expenses/${id}/restore`).expect(200)
  t.like(restored.body, { id, deleted: false, version: 3, amount: '12.50', category: 'Food' })
  t.deepEqual((await ben.agent.get(`/api/expenses/${id}`).set(since(restored)).expect(200)).body, restored.body)
})

test('somebody else’s expense is not there', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const { id, since } = await record(ben)
  await carl.agent.get(`/api/expenses/${id}`).set(since).expect(404)
  await carl.agent.get(`/api/expenses/${id}/history`).expect(404)
  await carl.agent.patch(`/api/expenses/${id}`).send({ amount: '1.00' }).expect(404)
  await carl.agent.delete(`/api/expenses/${id}`).expect(404)
  await carl.agent.post(`/api/expenses/${id}/restore`).expect(404)
  await carl.agent
    .post('/api/expenses')
    .send({ ...lunch, userId: ben.id })
    .expect(403)
  await carl.agent.get(`/api/expenses?user=${ben.id}`).expect(403)
  t.pass()
})

test('an admin acts for others, in their currency and with their categories', async (t) => {
  const ben = await member(ana, { currency: 'JPY' })
  const travel = await addCategory(ben, { name: 'Travel' })
  const { id, since, ...expense } = await record(ana, { userId: ben.id, category: 'travel', amount: '300' })
  t.like(expense, { userId: ben.id, categoryId: travel.id, currency: 'JPY', changedBy: { name: 'Ana Novak' } })
  t.like((await ben.agent.get(`/api/expenses/${id}`).set(since).expect(200)).body, { amount: '300' })
  const amended = await ana.agent.patch(`/api/expenses/${id}`).send({ category: 'Trains' }).expect(200)
  const read = await ana.agent.get('/api/categories').set('Ledger-Position', amended.get('Ledger-Position') ?? '')
  t.false(JSON.stringify(read.body).includes('Trains'), 'the new category is Ben’s')
  const mine = await addCategory(ana, { name: 'Mine' })
  const refused = await ana.agent.patch(`/api/expenses/${id}`).send({ categoryId: mine.id }).expect(422)
  t.deepEqual(fieldsOf(refused), ['categoryId'])
})

test('the expenses of a user who was deleted are hidden until the user is back', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const gone = await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  await ana.agent.get(`/api/expenses/${id}`).set(since(gone)).expect(404)
  await ana.agent.get(`/api/expenses/${id}/history`).expect(404)
  await ana.agent.patch(`/api/expenses/${id}`).send({ amount: '1.00' }).expect(404)
  await ana.agent.delete(`/api/expenses/${id}`).expect(404)
  t.like((await ana.agent.get(`/api/expenses?user=${ben.id}&deleted=all`).expect(200)).body, { items: [] })
  await ana.agent
    .post('/api/expenses')
    .send({ ...lunch, userId: ben.id })
    .expect(409)
  const back = await ana.agent.post(`/api/users/${ben.id}/restore`).expect(200)
  await ana.agent.get(`/api/expenses/${id}`).set(since(back)).expect(200)
})
