import test from 'ava'
import { newId } from '../../../src/events/ids.ts'
import { BatchDone, Demo, Expense, ExpenseList, History, Problem } from '../../../src/web/api.ts'
import { fieldsOf, record, serveLedger, since, type Person } from './served.ts'

const { first, member, nobody, head } = await serveLedger()
const ana = await first()

async function change({ agent }: Person, ids: string[], wanted: object): Promise<string> {
  const answer = await agent.post('/api/expenses/bulk').send({ ids, ...wanted })
  return BatchDone.parse(answer.body).batch ?? ''
}
const revert = ({ agent }: Person, batch: string, query = '') => agent.post(`/api/batches/${batch}/revert${query}`)
async function expenseOf({ agent }: Person, id: string, after: Record<string, string>) {
  return Expense.parse((await agent.get(`/api/expenses/${id}`).set(after).expect(200)).body)
}

test('a batch is taken back, as a batch, which can be taken back', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const batch = await change(ben, [id], { change: { category: 'Travel', amount: '7.00' } })
  const back = await revert(ben, batch.toUpperCase()).expect(200)
  t.like(back.body, { count: 1 })
  t.like(await expenseOf(ben, id, since(back)), { category: 'Food', amount: '12.50', version: 3 })
  const history = History.parse((await ben.agent.get(`/api/expenses/${id}/history`).expect(200)).body)
  const { batch: second } = BatchDone.parse(back.body)
  t.deepEqual(
    history.map((entry) => entry.batch),
    [null, batch, second],
  )
  const again = await revert(ben, second ?? '').expect(200)
  t.like(await expenseOf(ben, id, since(again)), { category: 'Travel', amount: '7.00', version: 4 })
})

test.serial('what stands in the way is listed, and left out if that is asked for', async (t) => {
  const ben = await member(ana)
  const [lunch, dinner] = [await record(ben), await record(ben)]
  const batch = await change(ben, [lunch.id, dinner.id], { change: { amount: '7.00', date: '2026-11-20' } })
  const changed = { amount: '8.00', date: '2026-11-19', description: 'Dinner' }
  await ben.agent.patch(`/api/expenses/${dinner.id}`).send(changed).expect(200)
  const before = await head()
  const refused = await revert(ben, batch).expect(409)
  t.like(refused.body, { type: 'urn:expense-ledger:problem:changed-since' })
  t.deepEqual(Problem.parse(refused.body).errors, [{ path: dinner.id, message: 'Changed since: amount, date' }])
  t.is(await head(), before)
  await revert(ben, batch, '?skip=false').expect(409)
  const skipped = await revert(ben, batch, '?skip=true').expect(200)
  t.like(skipped.body, { count: 1 })
  t.like(await expenseOf(ben, lunch.id, since(skipped)), { amount: '12.50', date: '2026-11-23' })
  t.like(await expenseOf(ben, dinner.id, since(skipped)), changed)
  t.deepEqual((await revert(ben, batch, '?skip=true').expect(200)).body, { batch: null, count: 0 })
})

test('a batch can be listed: what it touched, as it is or once was, and nobody else’s', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const [lunch, dinner, theirs] = [await record(ben), await record(ben), await record(carl)]
  const before = await head()
  const answer = await ana.agent
    .post('/api/expenses/bulk')
    .send({ ids: [lunch.id, theirs.id], change: { amount: '7.00' } })
  const { batch } = BatchDone.parse(answer.body)
  const listed = async ({ agent }: Person, query = '') => {
    const list = await agent.get(`/api/expenses?batch=${batch}${query}`).set(since(answer)).expect(200)
    return ExpenseList.parse(list.body).items.map(({ id }) => id)
  }
  t.deepEqual((await listed(ana, '&totals=true')).sort(), [lunch.id, theirs.id].sort())
  t.deepEqual(await listed(ben), [lunch.id])
  t.deepEqual([await listed(ben, `&asOf=${await head()}`), await listed(ben, `&asOf=${before}`)], [[lunch.id], []])
  t.deepEqual(await listed(carl, '&min=8'), [])
  await ben.agent.get('/api/expenses?batch=mine').expect(422)
  const deleted = await ben.agent.post('/api/expenses/bulk').send({ filter: { batch }, delete: true }).expect(200)
  t.like(deleted.body, { count: 1 })
  t.false((await expenseOf(ben, dinner.id, since(deleted))).deleted)
})

test('a batch that is unknown, or somebody else’s, is not there', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const batch = await change(ana, [(await record(ben)).id, (await record(carl)).id], { delete: true })
  await revert(ben, batch).expect(404)
  for (const id of [newId(), 'all', '%00']) {
    const answer = await revert(ana, id).expect(404)
    t.like(answer.body, { type: 'urn:expense-ledger:problem:batch-unknown' })
  }
  await nobody().post(`/api/batches/${batch}/revert`).expect(401)
  const query = await revert(ana, batch, '?skip=maybe&force=true').expect(422)
  t.deepEqual(fieldsOf(query).sort(), ['force', 'skip'])
  t.deepEqual(fieldsOf(await revert(ana, batch).send({ skip: true }).expect(422)), ['skip'])
  t.deepEqual(fieldsOf(await revert(ana, batch).set('If-Match', '"1"').expect(422)), ['If-Match'])
  t.like((await revert(ana, batch).expect(200)).body, { count: 2 })
})

test('a demo is a batch of many commands, and goes as one', async (t) => {
  const { first } = await serveLedger()
  const ana = await first()
  const demo = await ana.agent.post('/api/demo').expect(201)
  const { batch } = Demo.parse(demo.body)
  const before = await ana.agent.get('/api/expenses?limit=1').set(since(demo)).expect(200)
  t.is(ExpenseList.parse(before.body).items.length, 1)
  const back = await revert(ana, batch).expect(200)
  const after = await ana.agent.get('/api/expenses?totals=true').set(since(back)).expect(200)
  t.like(after.body, { count: 0, items: [] })
})
