import test from 'ava'
import { ExpenseList, Sort } from '../../../src/web/api.ts'
import { fieldsOf, record, serveLedger, since, type Person, bodyOf } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()
const ben = await member(ana)

const amounts = ['1.00', '2.00', '2.00', '3.00', '2.00', '1.00', '5.00', '4.00', '2.00']
const dates = ['2026-11-03', '2026-11-01', '2026-11-02', '2026-11-02', '2026-11-02', '2026-11-01', '2026-11-03']
const recorded: Awaited<ReturnType<typeof record>>[] = []
for (const [index, amount] of amounts.entries()) {
  recorded.push(await record(ben, { amount, date: dates[index % dates.length], description: `Number ${index}` }))
}
const newest = recorded.at(-1)!.since

async function page({ agent }: Person, query: Record<string, string | undefined>, after = newest) {
  const asked = Object.entries(query).filter((entry) => entry[1] !== undefined)
  const body = bodyOf(await agent.get('/api/expenses').query(Object.fromEntries(asked)).set(after).expect(200))
  return ExpenseList.parse(body)
}

/** All pages of `query`; what happens `between` them is seen by the next. */
async function pages(
  person: Person,
  query: Record<string, string>,
  after = newest,
  between = () => Promise.resolve(after),
) {
  const items = []
  let next: string | null | undefined
  do {
    const got = await page(person, next ? { limit: query.limit, cursor: next } : query, after)
    items.push(...got.items)
    next = got.next
    after = await between()
  } while (next !== null)
  return items
}

for (const sort of Sort.options) {
  test(`the pages of ${sort} are the whole list, once, ties in the order of the log`, async (t) => {
    const { items, next } = await page(ben, { sort })
    t.is(next, null)
    t.is(items.length, amounts.length)
    for (const limit of ['1', '2', '4', '8', '9']) t.deepEqual(await pages(ben, { sort, limit }), items)

    const direction = sort.startsWith('-') ? -1 : 1
    const key = sort.replace('-', '')
    const expected = recorded
      .map((expense, position) => ({ ...expense, position }))
      .sort((one, other) => {
        const by = {
          amount: Number(one.amount) - Number(other.amount),
          date: one.date < other.date ? -1 : 1,
          recorded: 0,
        }
        const same = key === 'recorded' || (key === 'date' ? one.date === other.date : one.amount === other.amount)
        return direction * (same ? one.position - other.position : by[key as keyof typeof by])
      })
    t.deepEqual(
      items.map(({ id }) => id),
      expected.map(({ id }) => id),
    )
  })
}

test('a page is of 50 unless said, and of 200 at most', async (t) => {
  const carl = await member(ana)
  await Promise.all(Array.from({ length: 51 }, () => record(carl)))
  const { since } = await record(carl)
  const full = await carl.agent.get('/api/expenses').set(since)
  t.is(ExpenseList.parse(full.body).items.length, 50)
  const most = await carl.agent.get('/api/expenses?limit=200').expect(200)
  t.is(ExpenseList.parse(most.body).items.length, 52)
  for (const limit of ['201', '0', '-1', '1.5', 'ten', '', '1e2', '99999999999']) {
    const refused = await carl.agent.get('/api/expenses').query({ limit }).expect(422)
    t.deepEqual(fieldsOf(refused), ['limit'])
  }
})

test('nothing comes twice or is left out because others changed between the pages', async (t) => {
  for (const sort of Sort.options) {
    const carl = await member(ana)
    const own = []
    for (const amount of ['2.00', '1.00', '3.00', '2.00', '1.00', '3.00']) own.push(await record(carl, { amount }))
    let others = 0
    const items = await pages(carl, { sort, limit: '2' }, own.at(-1)!.since, async () => {
      if (++others > 6) return newest
      await record(carl, { amount: '1.50', date: '2026-11-22' })
      return (await record(carl, { amount: '9.00', date: '2026-11-24' })).since
    })
    const seen = items.map(({ id }) => id)
    t.is(new Set(seen).size, seen.length, sort)
    for (const { id } of own) t.true(seen.includes(id), sort)
  }
})

test('what was changed and no longer matches is left out, the rest is not', async (t) => {
  const carl = await member(ana)
  const own = []
  for (let number = 0; number < 6; number++) own.push(await record(carl))
  const one = await carl.agent.get('/api/expenses?sort=recorded&limit=2').set(own.at(-1)!.since).expect(200)
  const { next } = ExpenseList.parse(one.body)
  await carl.agent.delete(`/api/expenses/${own[1]!.id}`).expect(200)
  const deleted = await carl.agent.delete(`/api/expenses/${own[2]!.id}`).expect(200)
  const rest = await carl.agent.get(`/api/expenses?cursor=${next}`).set(since(deleted)).expect(200)
  t.deepEqual(
    ExpenseList.parse(rest.body).items.map(({ id }) => id),
    own.slice(3).map(({ id }) => id),
  )
})

test('a cursor pins sort and filter', async (t) => {
  const query = { sort: 'amount', min: '2', q: 'number', deleted: 'all' }
  const { items } = await page(ben, query)
  const { next } = await page(ben, { ...query, limit: '2' })
  const cursor = next!
  t.deepEqual((await page(ben, { cursor })).items, items.slice(2))
  t.deepEqual((await page(ben, { ...query, cursor })).items, items.slice(2))
  t.deepEqual(
    (await page(ben, { deleted: 'all', q: 'number', min: '2', sort: 'amount', cursor })).items,
    items.slice(2),
  )
  t.is((await page(ben, { cursor, limit: '1', totals: 'true' })).count, items.length)
  const others = [
    { sort: '-amount' },
    { ...query, min: '3' },
    { ...query, q: undefined },
    { ...query, from: '2026-11-01' },
  ]
  for (const other of others) {
    const refused = await ben.agent.get('/api/expenses').query({ ...other, cursor })
    t.is(refused.status, 422)
    t.deepEqual(fieldsOf(refused), ['cursor'])
  }
})

test('a cursor of one list is none of another', async (t) => {
  const { next } = await page(ben, { limit: '1' })
  for (const list of ['/api/categories', '/api/users']) {
    const refused = await ana.agent.get(list).query({ cursor: next }).expect(422)
    t.deepEqual(fieldsOf(refused), ['cursor'])
  }
})

test('a cursor lends nobody another’s eyes', async (t) => {
  const carl = await member(ana)
  const { next } = await page(ana, { limit: '1', user: ben.id })
  await carl.agent.get('/api/expenses').query({ cursor: next }).expect(403)
  const everybodys = await page(ana, { limit: '1' })
  t.deepEqual((await page(carl, { cursor: everybodys.next ?? '' })).items, [])
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const forged = [
  '',
  'nonsense',
  '%00',
  'x'.repeat(5000),
  encoded(null),
  encoded([]),
  encoded([{}, null]),
  encoded([{}, {}]),
  encoded([{}, ['2026-11-01']]),
  encoded([{}, ['2026-11-01', 'x']]),
  encoded([{}, ["' or 1=1 --", 1]]),
  encoded([{}, [{ $ne: null }, 1]]),
  encoded([{}, [null, null]]),
  encoded([{}, 1e400]),
  encoded([{}, -1]),
  encoded([{ sort: 'id; drop table events' }, ['2026-11-01', 1]]),
  encoded([{ sort: 'amount' }, ['2026-11-01', 1]]),
  encoded([{ user: 'x' }, ['2026-11-01', 1]]),
  encoded([{ constructor: 1 }, ['2026-11-01', 1]]),
  Buffer.from('[{"__proto__":{"user":"x"}},["2026-11-01",1]]').toString('base64url'),
]
for (const [index, cursor] of forged.entries()) {
  test(`a forged cursor is refused (${index}: ${cursor.slice(0, 40)})`, async (t) => {
    for (const list of ['expenses', 'categories', 'users']) {
      const refused = await ana.agent.get(`/api/${list}`).query({ cursor })
      t.true(
        refused.status === 422 || (refused.status === 200 && list === 'users' && cursor === encoded([{}, -1])),
        list,
      )
    }
  })
}
