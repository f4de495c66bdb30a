import test from 'ava'
import { ExpenseList } from '../../../src/web/api.ts'
import { record, serveLedger, since, type Person, bodyOf } from './served.ts'

const { first, member } = await serveLedger()
const ana = await first()
const ben = await member(ana)

const spent: [description: string, category: string, date: string, amount: string, currency: string][] = [
  ['Lunch at the harbour', 'Food', '2026-11-02', '12.50', 'EUR'],
  ['Train, 100% full_', 'Travel', '2026-11-05', '89.00', 'EUR'],
  ['Ramen', 'Food', '2026-11-10', '1500', 'JPY'],
  ['Kaffee \\o/ Straße ÄÖÜ', 'Food', '2026-11-10', '3.200', 'KWD'],
  ['Train, refund', 'Travel', '2026-11-12', '-20.00', 'EUR'],
  ['Обед в Гавани', 'Food', '2026-11-15', '12.50', 'EUR'],
  ['港でランチ', '外食', '2026-11-15', '12.50', 'USD'],
  ['Mistake', 'Food', '2026-11-16', '12.50', 'EUR'],
]
for (const [description, category, date, amount, currency] of spent) {
  await record(ben, { description, category, date, amount, currency })
}
const mistake = await record(ben, { description: 'Another mistake', date: '2026-11-17' })
const last = await ben.agent.delete(`/api/expenses/${mistake.id}`).expect(200)
const [lunch, train, ramen, kaffee, refund, обед, ランチ, error] = spent.map(([description]) => description)

async function list({ agent }: Person, query: Record<string, string> = {}) {
  const body = bodyOf(await agent.get('/api/expenses').query(query).set(since(last)).expect(200))
  const { items, ...rest } = ExpenseList.parse(body)
  return { titles: items.map(({ description }) => description), items, ...rest }
}

const filters: [query: Record<string, string>, found: (string | undefined)[]][] = [
  [{ sort: 'date' }, [lunch, train, ramen, kaffee, refund, обед, ランチ, error]],
  [{ from: '2026-11-10', to: '2026-11-12' }, [refund, kaffee, ramen]],
  [{ from: '2026-11-17' }, []],
  [{ to: '2026-11-02' }, [lunch]],
  [{ category: 'travel' }, [refund, train]],
  [{ category: 'Trave' }, []],
  [{ category: '外食' }, [ランチ]],
  [{ q: 'TRAIN' }, [refund, train]],
  [{ q: 'trav' }, [refund, train]],
  [{ q: '100%' }, [train]],
  [{ q: '%' }, [train]],
  [{ q: '_' }, [train]],
  [{ q: '\\' }, [kaffee]],
  [{ q: '\\o/' }, [kaffee]],
  [{ q: 'STRAßE äöü' }, [kaffee]],
  [{ q: 'обЕД' }, [обед]],
  [{ q: 'ランチ' }, [ランチ]],
  [{ q: '外' }, [ランチ]],
  [{ q: "' or '1'='1" }, []],
  [{ q: 'full_', category: 'Food' }, []],
  [{ min: '12.5', max: '12.50' }, [error, ランチ, обед, lunch]],
  [{ min: '89' }, [ramen, train]],
  [{ min: '3.2', max: '3.2' }, [kaffee]],
  [{ max: '-19.9999' }, [refund]],
  [{ max: '3.1999', min: '0' }, []],
  [{ min: '1500.0001' }, []],
  [{ currency: 'JPY' }, [ramen]],
  [{ currency: 'CHF' }, []],
  [{ deleted: 'true' }, ['Another mistake']],
  [{ deleted: 'all', from: '2026-11-16' }, ['Another mistake', error]],
  [{ deleted: 'false', from: '2026-11-16' }, [error]],
  [{ sort: '-date', limit: '3' }, [error, ランチ, обед]],
  [{ sort: 'recorded', limit: '2' }, [lunch, train]],
  [{ sort: '-recorded', limit: '2' }, [error, ランチ]],
  [{ sort: 'amount' }, [refund, kaffee, lunch, обед, ランチ, error, train, ramen]],
  [{ sort: '-amount' }, [ramen, train, error, ランチ, обед, lunch, kaffee, refund]],
]
for (const [query, found] of filters) {
  test(`found by ${JSON.stringify(query)}`, async (t) => {
    t.deepEqual((await list(ben, query)).titles, found)
    t.deepEqual((await list(ana, { ...query, user: ben.id })).titles, found, 'an admin finds the same')
  })
}

test('a category is found by its id as by its name', async (t) => {
  const { items } = await list(ben, { category: 'Food' })
  t.deepEqual((await list(ben, { category: items[0]!.categoryId })).items, items)
})

test('a name that looks like an id is still a name', async (t) => {
  const carl = await member(ana)
  const category = '01970000-0000-7000-8000-000000000000'
  const { since } = await record(carl, { category })
  const body = bodyOf(await carl.agent.get('/api/expenses').query({ category }).set(since))
  t.is(ExpenseList.parse(body).items.length, 1)
})

test('totals are of all that matches, not of the page', async (t) => {
  const page = await list(ben, { totals: 'true', limit: '1' })
  t.is(page.titles.length, 1)
  t.is(page.count, 8)
  t.deepEqual(page.totals, [
    { currency: 'EUR', count: 5, total: '106.50' },
    { currency: 'JPY', count: 1, total: '1500' },
    { currency: 'KWD', count: 1, total: '3.200' },
    { currency: 'USD', count: 1, total: '12.50' },
  ] as never)
  const trains = await list(ben, { totals: 'true', q: 'train' })
  t.deepEqual([trains.count, trains.totals], [2, [{ currency: 'EUR', count: 2, total: '69.00' }] as never])
  const none = await list(ben, { totals: 'true', q: 'nothing of the kind' })
  t.deepEqual([none.count, none.totals], [0, []])
  t.is((await list(ben)).totals, undefined)
})

test('an admin sees everybody’s unless one is named, a member only their own', async (t) => {
  const { first, member } = await serveLedger()
  const admin = await first()
  const [one, other] = [await member(admin), await member(admin)]
  await record(one, { description: 'One’s' })
  const { since } = await record(other, { description: 'Other’s' })
  const titles = async ({ agent }: Person, query = '') => {
    const body = bodyOf(await agent.get(`/api/expenses${query}`).set(since).expect(200))
    return ExpenseList.parse(body).items.map(({ description }) => description)
  }
  t.deepEqual(await titles(admin), ['Other’s', 'One’s'])
  t.deepEqual(await titles(admin, `?user=${one.id}`), ['One’s'])
  t.deepEqual(await titles(admin, `?user=${admin.id}`), [])
  t.deepEqual(await titles(one), ['One’s'])
  t.deepEqual(await titles(one, `?user=${one.id}`), ['One’s'])
  t.deepEqual(await titles(admin, '?user=01970000-0000-7000-8000-000000000000'), [])
})
