import test from 'ava'
import { newId } from '../../../src/events/ids.ts'
import { BatchDone, ExpenseList, History } from '../../../src/web/api.ts'
import { fieldsOf, record, serveLedger, since, type Person } from './served.ts'

const { first, member, head } = await serveLedger()
const ana = await first()

const bulk = ({ agent }: Person, body: object) => agent.post('/api/expenses/bulk').send(body)
async function listed({ agent }: Person, query: string, after: Record<string, string>) {
  return ExpenseList.parse((await agent.get(`/api/expenses?${query}`).set(after).expect(200)).body).items
}

test('what a filter matches is changed, and nothing else; also what was recorded just before', async (t) => {
  const ben = await member(ana)
  await record(await member(ana), { description: 'Train' })
  await record(ben, { description: 'Lunch' })
  const { id } = await record(ben, { description: 'Train, refund', amount: '-20.00' })
  const deleted = await record(ben, { description: 'Train by mistake' })
  await ben.agent.delete(`/api/expenses/${deleted.id}`).expect(200)
  const trains = [await record(ben, { description: 'Train to Basel' }), await record(ben, { description: 'The train' })]

  const filter = { q: 'train', min: '0', deleted: 'all' }
  const answer = await bulk(ben, { filter, change: { category: 'Travel', date: '2026-11-20' } }).expect(200)
  const { batch, count } = BatchDone.parse(answer.body)
  t.is(count, 2)
  t.is(answer.get('ETag'), undefined)
  const travels = await listed(ben, 'category=travel&deleted=all', since(answer))
  t.deepEqual(travels.map((travel) => travel.id).sort(), trains.map((train) => train.id).sort())
  t.true(travels.every(({ date, version }) => date === '2026-11-20' && version === 2))

  const history = History.parse((await ben.agent.get(`/api/expenses/${trains[0]!.id}/history`).expect(200)).body)
  t.deepEqual(
    history.map((entry) => entry.batch),
    [null, batch],
  )
  const again = await bulk(ben, { filter: { category: 'Travel' }, change: { date: '2026-11-20' } }).expect(200)
  t.deepEqual(again.body, { batch: null, count: 0 })
  const untouched = await ben.agent.get(`/api/expenses/${id}`).expect(200)
  t.like(untouched.body, { version: 1, category: 'Food' })
})

test('an admin changes anybody’s, a member only their own', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const bens = await record(ben, { description: 'Conference' })
  const carls = await record(carl, { description: 'Conference' })
  const own = await bulk(carl, { filter: { q: 'conference' }, delete: true }).expect(200)
  t.like(own.body, { count: 1 })
  const refused = await bulk(carl, { ids: [carls.id, bens.id], delete: true }).expect(404)
  t.deepEqual(fieldsOf(refused), [bens.id])
  await bulk(carl, { filter: { user: ben.id }, delete: true }).expect(403)
  await carl.agent.post(`/api/expenses/${carls.id}/restore`).expect(200)
  const all = await bulk(ana, { filter: { q: 'conference' }, change: { category: 'Work' } }).expect(200)
  t.like(all.body, { count: 2 })
  const work = await listed(ana, 'category=work', since(all))
  t.deepEqual(work.map(({ userId }) => userId).sort(), [ben.id, carl.id].sort())
  t.is(new Set(work.map(({ categoryId }) => categoryId)).size, 2)
  const bensOnly = await bulk(ana, { filter: { user: ben.id }, delete: true }).expect(200)
  t.like(bensOnly.body, { count: 1 })
})

test('only the deleted are not changed at all', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  await ben.agent.delete(`/api/expenses/${id}`).expect(200)
  const answer = await bulk(ben, { filter: { deleted: 'true' }, change: { amount: '7' } }).expect(200)
  t.deepEqual(answer.body, { batch: null, count: 0 })
  const named = await bulk(ben, { ids: [id], change: { amount: '7' } }).expect(409)
  t.deepEqual(fieldsOf(named), [id])
})

test('only the deleted are restored, as one batch that can be taken back', async (t) => {
  const ben = await member(ana)
  const ids = [(await record(ben)).id, (await record(ben)).id]
  await bulk(ben, { ids, delete: true }).expect(200)
  const open = await record(ben)
  for (const filter of [{ deleted: 'false' }, { q: 'nothing like it' }]) {
    t.like((await bulk(ben, { filter, restore: true }).expect(200)).body, { count: 0 })
  }
  const restored = await bulk(ben, { filter: { deleted: 'all' }, restore: true }).expect(200)
  const { batch, count } = BatchDone.parse(restored.body)
  t.is(count, 2)
  t.is((await listed(ben, '', since(restored))).length, 3)
  t.like((await bulk(ben, { ids: [...ids, open.id], restore: true }).expect(200)).body, { count: 0 })
  const back = await ben.agent.post(`/api/batches/${batch}/revert`).expect(200)
  t.deepEqual(
    (await listed(ben, '', since(back))).map(({ id }) => id),
    [open.id],
  )
  for (const body of [{ ids }, { ids, delete: true, restore: true }]) {
    t.deepEqual(fieldsOf(await bulk(ben, body).expect(422)), ['change'])
  }
})

test.serial('a repeated request is answered with the same batch, whatever happened since', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  for (const body of [
    { ids: [id], change: { amount: '7' } },
    { filter: {}, change: { amount: '7' } },
  ]) {
    const headers = { 'Idempotency-Key': newId() }
    const one = await bulk(ben, body).set(headers).expect(200)
    await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '8' }).expect(200)
    const before = await head()
    const other = await bulk(ben, body).set(headers).expect(200)
    t.deepEqual(other.body, one.body)
    t.deepEqual(since(other), since(one))
    t.is(other.get('Idempotent-Replay'), 'true')
    t.is(await head(), before)
    await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '7' }).expect(200)
  }
})

test.serial('ten thousand ids may be named, and one that is not there is told', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const before = await head()
  const none = Array.from({ length: 9_999 }, () => newId())
  const unknown = await bulk(ben, { ids: [id, ...none], delete: true }).expect(404)
  t.deepEqual(fieldsOf(unknown), none)
  const tooMany = await bulk(ben, { ids: [id, ...none, newId()], delete: true }).expect(422)
  t.deepEqual(fieldsOf(tooMany), ['ids'])
  t.regex(tooMany.text, /10001/)
  const tooLarge = await bulk(ben, { ids: Array.from({ length: 14_000 }, () => id), delete: true }).expect(413)
  t.regex(tooLarge.text, /500 kB/)
  t.is(await head(), before)
})

const lunches = { ids: [newId()] }
const invalid: [what: string, body: object, ...fields: string[]][] = [
  ['nothing', {}, 'ids', 'change'],
  ['neither ids nor a filter', { delete: true }, 'ids'],
  ['both ids and a filter', { ...lunches, filter: {}, delete: true }, 'ids'],
  ['no ids', { ids: [], delete: true }, 'ids'],
  ['an id that is none', { ids: ['lunch'], delete: true }, 'ids.0'],
  ['neither a change nor a deletion', lunches, 'change'],
  ['both', { ...lunches, change: { amount: '7' }, delete: true }, 'change'],
  ['a deletion that is none', { ...lunches, delete: false }, 'delete'],
  ['an unknown filter', { filter: { colour: 'red' }, delete: true }, 'filter.colour'],
  ['a filter with an order', { filter: { sort: 'date' }, delete: true }, 'filter.sort'],
  ['a bad date', { filter: { from: 'May' }, delete: true }, 'filter.from'],
  ['a bad amount', { ...lunches, change: { amount: '1,50' } }, 'change.amount'],
  ['both names of a category', { ...lunches, change: { category: 'Food', categoryId: newId() } }, 'change.category'],
  ['another owner', { ...lunches, change: { userId: newId() } }, 'change.userId'],
  ['an unknown field', { ...lunches, delete: true, skip: true }, 'skip'],
]
for (const [what, body, ...fields] of invalid) {
  test(`it refuses ${what}`, async (t) => {
    t.deepEqual(fieldsOf(await bulk(ana, body).expect(422)), fields)
  })
}

test('it is for no one version, and for whoever is signed in', async (t) => {
  const { id } = await record(ana)
  const body = { ids: [id], delete: true }
  t.deepEqual(fieldsOf(await bulk(ana, body).set('If-Match', '"1"').expect(422)), ['If-Match'])
  t.deepEqual(fieldsOf(await bulk(ana, body).set('If-Match', '1').expect(400)), ['If-Match'])
  const all = { filter: {}, delete: true }
  t.deepEqual(fieldsOf(await bulk(ana, all).set('Ledger-Position', 'x').expect(422)), ['Ledger-Position'])
  await bulk(ana, body).set('If-Match', '*').expect(200)
})
