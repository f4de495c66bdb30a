import test from 'ava'
import { AuditList, Demo, type AuditQuery } from '../../../../src/web/api.ts'
import { bodyOf, fieldsOf, record, serveLedger, since, type Person } from '../served.ts'

const { first, member } = await serveLedger()
const ana = await first()
const ben = await member(ana, { name: 'Ben Okafor' })
const lunch = await record(ben, { amount: '12.00', description: 'Lunch' })
await ben.agent.patch(`/api/expenses/${lunch.id}`).send({ amount: '14.50' }).expect(200)
const dinner = await record(ana, { userId: ben.id, description: 'Dinner' })
const carl = await member(ana, { name: 'Carl', role: 'admin' })
await carl.agent.delete(`/api/expenses/${lunch.id}`).expect(200)
const restored = await ana.agent.post(`/api/expenses/${lunch.id}/restore`).expect(200)
const [at, until] = (await ask(ana, { expense: lunch.id })).items.map(({ recordedAt }) => recordedAt).reverse()

async function ask({ agent }: Person, query: AuditQuery = {}, after = since(restored)) {
  const answer = await agent.get('/api/audit').query(query).set(after).expect(200)
  const { items, next } = AuditList.parse(answer.body)
  return { items, next, types: items.map(({ type }) => type), summaries: items.map(({ summary }) => summary) }
}

test('it says who did what, newest first', async (t) => {
  t.deepEqual((await ask(ana)).summaries, [
    'Ana Novak restored Ben Okafor’s “Lunch”: 14.50 EUR on 2026-11-23',
    'Carl deleted Ben Okafor’s “Lunch”: 14.50 EUR on 2026-11-23',
    'Ana Novak added Carl’s profile',
    'Ana Novak recorded Ben Okafor’s “Dinner”: 12.50 EUR on 2026-11-23 in “Food”',
    'Ben Okafor changed the amount of “Lunch” from 12.00 EUR to 14.50 EUR',
    'Ben Okafor recorded “Lunch”: 12.00 EUR on 2026-11-23 in “Food”',
    'Ben Okafor added the category “Food”',
    'Ana Novak added Ben Okafor’s profile',
    'Ana Novak registered',
  ])
})

test('each entry is that of the history, with its stream and its owner', async (t) => {
  const history = bodyOf(await ana.agent.get(`/api/expenses/${lunch.id}/history`).expect(200)) as object[]
  const { items } = await ask(ana, { expense: lunch.id })
  const entries = items.map(({ stream, userId, summary: _summary, about: _about, ...entry }) => {
    t.deepEqual([stream, userId], [`expense-${lunch.id}`, ben.id])
    return entry
  })
  t.deepEqual(entries.reverse() as object[], history)
})

test('what a summary is made of stands beside it, as it was just before', async (t) => {
  const { items } = await ask(ana, { expense: lunch.id })
  const before = { name: 'Lunch', owner: 'Ben Okafor', currency: 'EUR', date: '2026-11-23' }
  t.deepEqual(
    items.map(({ about }) => about as object),
    [
      ...[
        { ...before, amount: '14.50' },
        { ...before, amount: '14.50' },
        { ...before, amount: '12.00' },
      ],
      { ...before, amount: '12.00', category: 'Food' },
    ],
  )
})

const filters: [title: string, query: AuditQuery, found: string[]][] = [
  ['a type', { type: 'ExpenseRecorded' }, ['ExpenseRecorded', 'ExpenseRecorded']],
  ['an actor', { actor: carl.id }, ['ExpenseDeleted']],
  [
    'a user',
    { user: ben.id },
    [
      ...['ExpenseRestored', 'ExpenseDeleted', 'ExpenseRecorded', 'ExpenseAmended', 'ExpenseRecorded'],
      ...['CategoryAdded', 'UserRegistered'],
    ],
  ],
  ['a user and an actor', { user: ben.id, actor: ana.id }, ['ExpenseRestored', 'ExpenseRecorded', 'UserRegistered']],
  ['all three', { user: ben.id, actor: ana.id, type: 'ExpenseRecorded' }, ['ExpenseRecorded']],
  ['an expense', { expense: dinner.id }, ['ExpenseRecorded']],
  ['an expense and an actor', { expense: lunch.id, actor: ben.id }, ['ExpenseAmended', 'ExpenseRecorded']],
  ['instants, both inclusive', { from: at!, to: until! }, ['ExpenseAmended', 'ExpenseRecorded']],
  [
    'an instant that is the beginning of time',
    { from: '1000-01-01T00:00:00Z', type: 'CategoryAdded' },
    ['CategoryAdded'],
  ],
  ['an instant before anything happened', { to: '2000-01-01T00:00:00.5Z' }, []],
  ['an instant to come', { from: '2999-12-31T23:59:59Z' }, []],
  ['instants to which nothing happened', { from: `${at!.slice(0, 26)}Z`, to: at!, actor: carl.id }, []],
  ['a batch that never was', { batch: '01970000-0000-7000-8000-000000000000' }, []],
]
for (const [title, query, found] of filters) {
  test(`found by ${title}`, async (t) => t.deepEqual((await ask(ana, query)).types, found))
}

test('found by the batch that it was part of', async (t) => {
  const { first } = await serveLedger()
  const admin = await first()
  const filled = await admin.agent.post('/api/demo').expect(201)
  const { batch } = Demo.parse(filled.body)
  const { items } = await ask(admin, { batch, limit: '200' }, since(filled))
  t.is(items.length, 200)
  t.true(items.every((entry) => entry.batch === batch))
  t.deepEqual((await ask(admin, { batch, user: admin.id }, since(filled))).items, [])
})

test('a member sees what is about them and theirs, whoever did it', async (t) => {
  t.deepEqual((await ask(ben)).items, (await ask(ana, { user: ben.id })).items)
  t.deepEqual((await ask(ben, { user: ben.id, actor: carl.id })).types, ['ExpenseDeleted'])
  t.deepEqual((await ask(ben, { actor: ana.id, expense: dinner.id })).types, ['ExpenseRecorded'])
  await ben.agent.get(`/api/audit?user=${ana.id}`).expect(403)
  const dora = await member(carl)
  t.deepEqual((await ask(dora, { expense: lunch.id })).items, [], 'somebody else’s expense')
})

test('names are those of then; those that are others now are told, too', async (t) => {
  const { first, member } = await serveLedger()
  const admin = await first('Ana')
  const eva = await member(admin, { name: 'Eva' })
  const { id, categoryId } = await record(eva, { description: 'Lunch' })
  await eva.agent.patch(`/api/categories/${categoryId}`).send({ name: 'Groceries' }).expect(200)
  await eva.agent.patch(`/api/users/${eva.id}`).send({ name: 'Eve' }).expect(200)
  const renamed = await eva.agent.patch(`/api/expenses/${id}`).send({ description: 'Dinner' }).expect(200)
  const moved = await eva.agent.patch(`/api/expenses/${id}`).send({ category: 'Travel' }).expect(200)

  const { items } = await ask(eva, { limit: '6' }, since(moved))
  const travel = items[0]?.changes.categoryId?.to
  t.deepEqual(
    items.map(({ summary, now }) => [summary, now]),
    [
      ['Eve changed the category of “Dinner” from “Groceries” to “Travel”', {}],
      ['Eve added the category “Travel”', {}],
      ['Eve changed the description of “Lunch” to “Dinner”', {}],
      ['Eva changed the name of their own profile to “Eve”', { [eva.id]: 'Eve' }],
      ['Eva changed the name of the category “Food” to “Groceries”', { [eva.id]: 'Eve', [categoryId]: 'Groceries' }],
      ['Eva recorded “Lunch”: 12.50 EUR on 2026-11-23 in “Food”', { [eva.id]: 'Eve', [categoryId]: 'Groceries' }],
    ],
  )
  t.like(items[0]?.changes.category, { from: 'Groceries', to: 'Travel' })
  t.like(items.at(-1), { actor: { id: eva.id, name: 'Eva' }, changes: { category: { to: 'Food' } } })
  t.truthy(travel)

  const then = await ask(eva, { asOf: since(renamed)['Ledger-Position'], type: 'CategoryChanged' }, since(moved))
  t.deepEqual(then.items[0]?.now, { [eva.id]: 'Eve', [categoryId]: 'Groceries' })
  const before = await ask(eva, { asOf: `${items[4]!.position}` }, since(moved))
  t.is(before.items[0]?.type, 'CategoryChanged', 'nothing of what happened later')
  t.deepEqual(before.items[0]?.now, { [categoryId]: 'Groceries' }, 'nor names that were given later')
})

test('an answer says as of which position it is', async (t) => {
  const { first } = await serveLedger()
  const admin = await first()
  const { id, since: then } = await record(admin)
  const { since: later } = await record(admin)
  for (const path of ['audit', `expenses/${id}/history`]) {
    const now = await admin.agent.get(`/api/${path}`).set(later).expect(200)
    t.deepEqual(since(now), later, path)
    const before = await admin.agent.get(`/api/${path}`).query({ asOf: then['Ledger-Position'] }).expect(200)
    t.deepEqual(since(before), then, path)
  }
})

test('of a moment to come all pages are as of the first', async (t) => {
  const { first } = await serveLedger()
  const admin = await first('Ana')
  const { since: then } = await record(admin)
  const all = await ask(admin, {}, then)
  const { items, next } = await ask(admin, { asOf: '2999-12-31T00:00:00Z', limit: '1' }, then)
  const renamed = await admin.agent.patch(`/api/users/${admin.id}`).send({ name: 'Anna' }).expect(200)
  const rest = await ask(admin, { cursor: next ?? '' }, since(renamed))
  t.deepEqual([...items, ...rest.items], all.items)
})

test('as of a moment it is what it was then, whatever happens', async (t) => {
  const { first } = await serveLedger()
  const admin = await first()
  const { since: then } = await record(admin)
  const asOf = then['Ledger-Position']
  const before = await ask(admin, {}, then)
  const { since: later } = await record(admin)
  t.deepEqual(await ask(admin, { asOf }, later), before)
  const { recordedAt } = before.items[0]!
  t.deepEqual(await ask(admin, { asOf: recordedAt }, later), before)
  t.deepEqual((await ask(admin, { asOf: '0' }, later)).items, [])
  t.is((await ask(admin, { asOf: '2999-12-31T00:00:00Z' }, later)).items.length, before.items.length + 1)
})

test('the pages are the whole list, once, also while more happens', async (t) => {
  const { first } = await serveLedger()
  const admin = await first()
  for (let count = 0; count < 4; count++) await record(admin)
  let { since: after } = await record(admin)
  const all = await ask(admin, { user: admin.id }, after)
  t.deepEqual([all.items.length, all.next], [7, null])
  const seen = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = cursor === undefined ? { user: admin.id } : { cursor }
    const page = await ask(admin, { ...query, limit: '3' }, after)
    seen.push(...page.items)
    cursor = page.next
    after = (await record(admin)).since
  }
  t.deepEqual(seen, all.items)
  const { next } = await ask(admin, { user: admin.id, limit: '3' }, after)
  const other = await admin.agent.get('/api/audit').query({ cursor: next, type: 'UserDeleted' }).expect(422)
  t.deepEqual(fieldsOf(other), ['cursor'])
})

test('what was deleted is there as before', async (t) => {
  const { first, member } = await serveLedger()
  const admin = await first('Ana')
  const eva = await member(admin, { name: 'Eva' })
  const { id } = await record(eva, { description: 'Lunch' })
  await eva.agent.delete(`/api/expenses/${id}`).expect(200)
  const gone = await admin.agent.delete(`/api/users/${eva.id}`).expect(200)
  const { summaries } = await ask(admin, { user: eva.id }, since(gone))
  t.deepEqual(summaries.slice(0, 3), [
    'Ana deleted Eva’s profile',
    'Eva deleted “Lunch”: 12.50 EUR on 2026-11-23',
    'Eva recorded “Lunch”: 12.50 EUR on 2026-11-23 in “Food”',
  ])
})

const refused: [search: string, ...fields: string[]][] = [
  ['user=ben', 'user'],
  ['actor=', 'actor'],
  ['type=ExpenseUpdated', 'type'],
  ['from=2026-11-23', 'from'],
  ['from=2026-02-30T00:00:00Z&to=2026-11-23T00:00:00%2B01:00', 'from', 'to'],
  ['from=0001-01-01T00:00:00Z', 'from'],
  ['to=2026-11-23T00:00:00.1234567Z', 'to'],
  ['from=2026-11-24T00:00:00Z&to=2026-11-23T23:59:59.999999Z', 'to'],
  ['expense=1', 'expense'],
  ['batch=the%20first', 'batch'],
  ['asOf=yesterday', 'asOf'],
  ['asOf=99999999', 'asOf'],
  ['limit=201', 'limit'],
  ['cursor=x', 'cursor'],
  ['q=lunch', 'q'],
  ['type=UserDeleted&type=UserRestored', 'type'],
]
for (const [search, ...fields] of refused) {
  test(`${search} is refused`, async (t) => {
    t.deepEqual(fieldsOf(await ana.agent.get(`/api/audit?${search}`).expect(422)), fields)
  })
}
