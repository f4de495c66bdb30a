import test from 'ava'
import type { Response } from 'supertest'
import { CategoryList, ExpenseList, UserList } from '../../../src/web/api.ts'
import { addCategory, bodyOf, fieldsOf, record, serveLedger, since, type Person } from './served.ts'

const { first, member, head } = await serveLedger()
const ana = await first()

/** Somebody who has recorded things: what they are, and every way to ask for them. */
async function somebody() {
  const ben = await member(ana)
  const food = await addCategory(ben, { name: 'Food' })
  const lunch = await record(ben, { categoryId: food.id, category: undefined })
  const train = await record(ben, { category: 'Travel', description: 'Train', amount: '1500', currency: 'JPY' })
  const gone = await record(ben, { description: 'Gone' })
  const { since: deleted } = { since: since(await ben.agent.delete(`/api/expenses/${gone.id}`).expect(200)) }
  const asked = [
    '/api/expenses?totals=true',
    '/api/expenses?deleted=all&sort=amount&q=A',
    '/api/expenses?category=food&totals=true',
    `/api/expenses/${lunch.id}`,
    `/api/expenses/${lunch.id}/history`,
    `/api/expenses/${gone.id}`,
    '/api/expenses.csv?deleted=all',
    '/api/expenses.json',
    '/api/categories',
    '/api/users',
    `/api/users/${ben.id}`,
    `/api/users/${ben.id}/totals`,
  ]
  return { ben, food, lunch, train, gone, asked, at: Number(deleted['Ledger-Position']) }
}

type Somebody = Awaited<ReturnType<typeof somebody>>

/** Nothing of what was known stays as it was. */
async function changeAll({ ben, food, lunch, train, gone }: Somebody) {
  await ben.agent.patch(`/api/categories/${food.id}`).send({ name: 'Groceries', colour: '#000000' }).expect(200)
  await ben.agent.patch(`/api/expenses/${lunch.id}`).send({ amount: '9.90', description: 'Dinner' }).expect(200)
  await ben.agent.delete(`/api/expenses/${train.id}`).expect(200)
  await ben.agent.post(`/api/expenses/${gone.id}/restore`).expect(200)
  await ana.agent.patch(`/api/expenses/${gone.id}`).send({ date: '2024-02-29' }).expect(200)
  await record(ben, { category: 'Fun' })
  return since(await ben.agent.patch(`/api/users/${ben.id}`).send({ name: 'Benedict', currency: 'USD' }).expect(200))
}

const asOf = (path: string, moment: number | string) => `${path}${path.includes('?') ? '&' : '?'}asOf=${moment}`
const positionIn = (answer: Response) => Number(answer.get('Ledger-Position'))

async function texts({ agent }: Person, paths: readonly string[], after = {}): Promise<string[]> {
  const answers = []
  for (const path of paths) answers.push((await agent.get(path).set(after).expect(200)).text)
  return answers
}

test('as of a position or its instant every answer is what it was, to the byte', async (t) => {
  const they = await somebody()
  const { ben, asked, at } = they
  const then = await texts(ben, asked, { 'Ledger-Position': at })
  const { recordedAt } = (
    bodyOf(await ben.agent.get(`/api/expenses/${they.gone.id}/history`)) as { recordedAt: string }[]
  )[1]!
  const after = await changeAll(they)
  t.true((await texts(ben, asked, after)).every((text, index) => text !== then[index]))
  for (const moment of [at, recordedAt])
    t.deepEqual(
      await texts(
        ben,
        asked.map((path) => asOf(path, moment)),
      ),
      then,
    )
  for (const path of asked) t.is(positionIn(await ben.agent.get(asOf(path, at))), at, path)
})

test('an admin sees what everybody had, and a member what was their own', async (t) => {
  const they = await somebody()
  const { ben, at } = they
  const list = `/api/expenses?totals=true&user=${ben.id}`
  const [then] = await texts(ana, [list], { 'Ledger-Position': at })
  await changeAll(they)
  t.deepEqual(await texts(ana, [asOf(list, at)]), [then])
  const all = ExpenseList.parse(bodyOf(await ana.agent.get(asOf('/api/expenses', at))))
  t.true(all.items.some(({ userId }) => userId === ben.id))
  const carl = await member(ana)
  t.deepEqual(ExpenseList.parse(bodyOf(await carl.agent.get(asOf('/api/expenses', at)))).items, [])
  await carl.agent.get(asOf(`/api/expenses/${they.lunch.id}`, at)).expect(404)
  await carl.agent.get(asOf(`/api/users/${ben.id}`, at)).expect(404)
})

test('who is deleted now was there then, and who was deleted then is hidden as of then', async (t) => {
  const { ben, at, lunch } = await somebody()
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  const gone = await head()
  await ana.agent.post(`/api/users/${ben.id}/restore`).expect(200)
  const of = (moment: number) => ana.agent.get(asOf(`/api/expenses?user=${ben.id}&deleted=all`, moment)).expect(200)
  t.is(ExpenseList.parse(bodyOf(await of(at))).items.length, 3)
  t.is(ExpenseList.parse(bodyOf(await of(gone))).items.length, 0)
  await ana.agent.get(asOf(`/api/expenses/${lunch.id}`, gone)).expect(404)
  t.deepEqual(bodyOf(await ana.agent.get(asOf(`/api/users/${ben.id}/totals`, gone)).expect(200)), [])
  const deleted = bodyOf(await ana.agent.get(asOf('/api/users?deleted=true', gone)).expect(200))
  t.deepEqual(
    UserList.parse(deleted).items.map(({ id }) => id),
    [ben.id],
  )
})

test('what was not there yet is not found, and before the first event there is nothing', async (t) => {
  const before = await head()
  const { ben, lunch } = await somebody()
  for (const moment of [before, 0, '1999-12-31T23:59:59Z', '0001-01-01T00:00:00.5Z']) {
    await ben.agent.get(asOf(`/api/expenses/${lunch.id}`, moment)).expect(404)
    await ben.agent.get(asOf(`/api/expenses/${lunch.id}/history`, moment)).expect(404)
    await ben.agent.get(asOf(`/api/users/${ben.id}`, moment)).expect(404)
    await ben.agent.get(asOf(`/api/users/${ben.id}/totals`, moment)).expect(404)
    const expenses = ExpenseList.parse(
      bodyOf(await ben.agent.get(asOf('/api/expenses?totals=true', moment)).expect(200)),
    )
    t.deepEqual([expenses.items, expenses.next, expenses.count, expenses.totals], [[], null, 0, []])
    t.deepEqual(CategoryList.parse(bodyOf(await ben.agent.get(asOf('/api/categories', moment)))).items, [])
    t.is((await ben.agent.get(asOf('/api/expenses.json', moment)).expect(200)).text, '[]\n')
  }
  t.deepEqual(UserList.parse(bodyOf(await ana.agent.get(asOf('/api/users', 0)))).items, [])
})

test('an instant that has not come yet is now', async (t) => {
  const { ben, asked } = await somebody()
  const after = { 'Ledger-Position': await head() }
  t.deepEqual(
    await texts(
      ben,
      asked.map((path) => asOf(path, '2999-01-01T00:00:00Z')),
    ),
    await texts(ben, asked, after),
  )
})

const malformed = ['', 'now', '-1', '1.5', '+1', '0x1', '2026-11-23', '2026-11-23T12:00Z', '2026-11-23T12:00:00+00:00']
const impossible = ['2026-02-30T12:00:00Z', '2026-11-23T24:00:00Z', '2026-11-23T12:00:00.0000001Z', '9'.repeat(41)]
for (const moment of [...malformed, ...impossible, '999999999', '9'.repeat(40)]) {
  test(`refused: asOf=${moment}`, async (t) => {
    const [id, paths] = [ana.id, ['expenses', 'expenses.csv', 'expenses.json', 'categories', 'users']]
    for (const path of [...paths, `users/${id}`, `users/${id}/totals`, `expenses/${id}`]) {
      const answer = await ana.agent.get(`/api/${path}`).query({ asOf: moment }).expect(422)
      t.deepEqual(fieldsOf(answer), ['asOf'])
    }
  })
}

test('a position beyond the head is refused with what is allowed', async (t) => {
  const { ben } = await somebody()
  const answer = await ben.agent.get(`/api/expenses?asOf=${(await head()) + 1_000}`).expect(422)
  const [, most] = /Expected a position from 0 to (\d+):/.exec(answer.text) ?? []
  t.is(positionIn(await ben.agent.get(`/api/expenses?asOf=${most}`).expect(200)), Number(most))
})
