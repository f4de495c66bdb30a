import test from 'ava'
import { History } from '../../../src/web/api.ts'
import { addCategory, lunch, record, serveLedger, since, type Person } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()

async function historyOf({ agent }: Person, id: string, of = 'expenses') {
  return History.parse((await agent.get(`/api/${of}/${id}/history`).expect(200)).body)
}

test('the history says who did what when, oldest first', async (t) => {
  const ben = await member(ana, { name: 'Ben' })
  const { id, categoryId, since: recordedAt } = await record(ben)
  const patch = (body: object) => ben.agent.patch(`/api/expenses/${id}`).send(body).expect(200)
  const amended = await patch({ amount: '9.90', description: 'Lunch by the sea', date: '2026-11-24' })
  const deleted = await ana.agent.delete(`/api/expenses/${id}`).expect(200)
  const restored = await ben.agent.post(`/api/expenses/${id}/restore`).expect(200)

  const entries = await historyOf(ben, id)
  t.deepEqual(
    entries.map(({ position }) => `${position}`),
    [recordedAt, since(amended), since(deleted), since(restored)].map((at) => at['Ledger-Position']),
  )
  t.deepEqual(
    entries.map(({ version, type, actor, origin, batch }) => [version, type, actor?.name, origin, batch]),
    [
      [1, 'ExpenseRecorded', 'Ben', 'web', null],
      [2, 'ExpenseAmended', 'Ben', 'web', null],
      [3, 'ExpenseDeleted', 'Ana Novak', 'web', null],
      [4, 'ExpenseRestored', 'Ben', 'web', null],
    ],
  )
  const recorded = { ...lunch, currency: 'EUR', categoryId }
  t.deepEqual(entries[0]?.changes, Object.fromEntries(Object.entries(recorded).map(([field, to]) => [field, { to }])))
  t.deepEqual(entries[1]?.changes, {
    amount: { from: '12.50', to: '9.90' },
    description: { from: 'Lunch at the harbour', to: 'Lunch by the sea' },
    date: { from: '2026-11-23', to: '2026-11-24' },
  })
  t.deepEqual([entries[2]?.changes, entries[3]?.changes], [{}, {}])
  t.is(new Set(entries.map(({ hash }) => hash)).size, 4)
})

test('amounts are in major units of the currency that they had', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben, { amount: '12.00' })
  await ben.agent.patch(`/api/expenses/${id}`).send({ currency: 'KWD' }).expect(200)
  await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '1.234' }).expect(200)
  await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '1500', currency: 'JPY' }).expect(200)
  const [, toDinar, amended, toYen] = await historyOf(ben, id)
  t.deepEqual(toDinar?.changes, { amount: { from: '12.00', to: '12.000' }, currency: { from: 'EUR', to: 'KWD' } })
  t.deepEqual(amended?.changes, { amount: { from: '12.000', to: '1.234' } })
  t.deepEqual(toYen?.changes, { amount: { from: '1.234', to: '1500' }, currency: { from: 'KWD', to: 'JPY' } })
})

test('a category is shown by name beside its id', async (t) => {
  const ben = await member(ana)
  const food = await addCategory(ben, { name: 'Food' })
  const travel = await addCategory(ben, { name: 'Travel' })
  const { id } = await record(ben)
  await ben.agent.patch(`/api/expenses/${id}`).send({ category: 'travel' }).expect(200)
  t.deepEqual((await historyOf(ben, id))[1]?.changes, {
    categoryId: { from: food.id, to: travel.id },
    category: { from: 'Food', to: 'Travel' },
  })
})

test('what changed nothing is no part of history', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben)
  await ben.agent
    .patch(`/api/expenses/${id}`)
    .send({ ...lunch, amount: '12.5' })
    .expect(200)
  await ben.agent.patch(`/api/expenses/${id}`).send({ currency: 'EUR' }).expect(200)
  t.is((await historyOf(ben, id)).length, 1)
})

test('who acted is named also after they were deleted', async (t) => {
  const carl = await member(ana, { name: 'Carl', role: 'admin' })
  const ben = await member(ana)
  const { id } = await record(carl, { userId: ben.id })
  await ana.agent.delete(`/api/users/${carl.id}`).expect(200)
  t.deepEqual((await historyOf(ben, id))[0]?.actor, { id: carl.id, name: 'Carl' })
})

test('a category has a history, also once it is archived and under another name', async (t) => {
  const ben = await member(ana, { name: 'Ben' })
  const { id } = await addCategory(ben, { name: 'Food', colour: '#123456' })
  await ben.agent.patch(`/api/categories/${id}`).send({ name: 'Groceries' }).expect(200)
  await ana.agent.delete(`/api/categories/${id}`).expect(200)
  await addCategory(ben, { name: 'GROCERIES' })
  const entries = await historyOf(ben, id, 'categories')
  t.deepEqual(
    entries.map(({ type, actor, changes }) => [type, actor?.name, changes]),
    [
      ['CategoryAdded', 'Ben', { name: { to: 'Food' }, colour: { to: '#123456' } }],
      ['CategoryChanged', 'Ben', { name: { from: 'Food', to: 'Groceries' } }],
      ['CategoryArchived', 'Ana Novak', {}],
      ['CategoryRestored', 'Ben', { name: { from: 'Groceries', to: 'GROCERIES' } }],
    ],
  )
  t.true(entries.slice(0, 3).every(({ now }) => now[id] === 'GROCERIES'))
})

test('a user has a history, which an admin reads also once they are deleted', async (t) => {
  const ben = await member(ana, { name: 'Ben' })
  await ben.agent.patch(`/api/users/${ben.id}`).send({ name: 'Benjamin', currency: 'CHF' }).expect(200)
  const own = await historyOf(ben, ben.id, 'users')
  t.deepEqual(
    own.map(({ type, actor, changes, now }) => [type, actor?.name, changes, now]),
    [
      [
        'UserRegistered',
        'Ana Novak',
        { name: { to: 'Ben' }, email: { to: ben.email }, role: { to: 'member' }, currency: { to: 'EUR' } },
        { [ben.id]: 'Benjamin' },
      ],
      [
        'UserChanged',
        'Ben',
        { name: { from: 'Ben', to: 'Benjamin' }, currency: { from: 'EUR', to: 'CHF' } },
        { [ben.id]: 'Benjamin' },
      ],
    ],
  )
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  const entries = await historyOf(ana, ben.id, 'users')
  t.deepEqual(entries.slice(0, 2), own)
  t.is(entries[2]?.type, 'UserDeleted')
})

test('what is hidden with its user has no history either, but has one as of a moment when it was there', async (t) => {
  const ben = await member(ana)
  const { id, categoryId, since: then } = await record(ben)
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  for (const path of [`expenses/${id}`, `categories/${categoryId}`]) {
    t.is((await ana.agent.get(`/api/${path}/history`)).status, 404, path)
    const before = await ana.agent.get(`/api/${path}/history`).query({ asOf: then['Ledger-Position'] })
    t.is(History.parse(before.body).length, 1, path)
  }
})

test('the history of what is somebody else’s is not found', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const { id, categoryId } = await record(ben)
  for (const path of [`expenses/${id}`, `categories/${categoryId}`, `users/${ben.id}`, 'users/ben']) {
    t.is((await carl.agent.get(`/api/${path}/history`)).status, 404, path)
  }
})

test('as of a moment the history ends there', async (t) => {
  const ben = await member(ana)
  const { id, since: then } = await record(ben)
  const all = await historyOf(ben, id)
  await ben.agent.delete(`/api/expenses/${id}`).expect(200)
  const { agent } = ben
  const asOf = async (moment: string) => agent.get(`/api/expenses/${id}/history`).query({ asOf: moment })
  t.deepEqual(History.parse((await asOf(then['Ledger-Position'])).body), all)
  t.is((await asOf(`${Number(then['Ledger-Position']) - 1}`)).status, 404, 'nobody knew of it')
  t.is((await asOf('tomorrow')).status, 422)
})
