import test from 'ava'
import { Expense, History } from '../../../src/web/api.ts'
import { fieldsOf, record, serveLedger, since } from './served.ts'

const { first, member, head } = await serveLedger()
const ana = await first()

test('an expense goes back to any of its versions', async (t) => {
  const ben = await member(ana)
  const { since: _since, ...recorded } = await record(ben)
  const path = `/api/expenses/${recorded.id}`
  await ben.agent.patch(path).send({ amount: '9.90', category: 'Evenings', description: 'Dinner' }).expect(200)
  await ben.agent.delete(path).expect(200)

  const deleted = await ben.agent.post(`${path}/revert`).send({ version: 1 }).expect(200)
  const { version, changedAt: _changedAt, ...then } = Expense.parse(deleted.body)
  const { version: _version, changedAt: _recordedAt, ...was } = recorded
  t.deepEqual(then, was)
  t.is(version, 5)
  t.is(deleted.get('ETag'), '"5"')
  t.deepEqual((await ben.agent.get(path).set(since(deleted)).expect(200)).body, deleted.body)

  const again = await ben.agent.post(`${path}/revert`).send({ version: 3 }).expect(200)
  t.like(again.body, { amount: '9.90', category: 'Evenings', description: 'Dinner', deleted: true, version: 7 })
  const history = History.parse((await ben.agent.get(`${path}/history`).set(since(again)).expect(200)).body)
  t.deepEqual(
    history.slice(3).map(({ type }) => type),
    ['ExpenseRestored', 'ExpenseAmended', 'ExpenseAmended', 'ExpenseDeleted'],
  )
})

test.serial('an expense that is as it was stays as it is', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  const before = await head()
  const answer = await ben.agent.post(`/api/expenses/${id}/revert`).send({ version: 1 }).expect(200)
  t.like(answer.body, { version: 1 })
  t.is(await head(), before)
})

test('it keeps the category that it had, archived or not', async (t) => {
  const ben = await member(ana)
  const { id, categoryId } = await record(ben)
  await ben.agent.patch(`/api/expenses/${id}`).send({ category: 'Evenings' }).expect(200)
  await ben.agent.delete(`/api/categories/${categoryId}`).expect(200)
  const answer = await ben.agent.post(`/api/expenses/${id}/revert`).send({ version: 1 }).expect(200)
  t.like(answer.body, { categoryId, category: 'Food' })
  const categories = await ben.agent.get('/api/categories').set(since(answer)).expect(200)
  t.like(categories.body, { items: { 1: { id: categoryId, archived: true } } })
})

test('a version that never was is refused, and so is what is somebody else’s', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const { id } = await record(ben)
  const revert = (version: unknown) => ben.agent.post(`/api/expenses/${id}/revert`).send({ version })
  const unknown = await revert(2).expect(422)
  t.like(unknown.body, { type: 'urn:expense-ledger:problem:version-unknown' })
  t.deepEqual(fieldsOf(unknown), ['version'])
  for (const version of [0, -1, 1.5, '1', null, 2 ** 53]) {
    t.deepEqual(fieldsOf(await revert(version).expect(422)), ['version'])
  }
  await carl.agent.post(`/api/expenses/${id}/revert`).send({ version: 1 }).expect(404)
  await ben.agent.post('/api/expenses/lunch/revert').send({ version: 1 }).expect(404)
})
