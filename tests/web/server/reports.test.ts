import test from 'ava'
import { Changes, Spending, Statement } from '../../../src/web/api.ts'
import { cookieOf } from './listening.ts'
import { bodyOf, fieldsOf, record, serveLedger, type Agent } from './served.ts'

// March 2026 as Ben told it: lunch on the 30th, and a train that he put right in April and moved into March.
const { address, ledger, head, nobody, first, member } = await serveLedger()
const ana = await first()
const [ben, carl] = [await member(ana), await member(ana)]
const empty = await head()
const meal = await record(ben, { description: 'Lunch', category: 'Food', date: '2026-03-30', amount: '12.50' })
const train = await record(ben, { description: 'Train', category: 'Travel', date: '2026-04-01', amount: '40.00' })
await record(ben, { description: 'Ramen', category: 'Food', date: '2026-03-31', amount: '1500', currency: 'JPY' })
await record(carl, { description: 'Carl’s', category: 'Food', date: '2026-03-01', amount: '1.00' })
const told = await head()
await ben.agent.patch(`/api/expenses/${meal.id}`).send({ amount: '9.90' }).expect(200)
await ben.agent.patch(`/api/expenses/${train.id}`).send({ date: '2026-03-31' }).expect(200)
await ben.agent.patch(`/api/categories/${meal.categoryId}`).send({ name: 'Groceries' }).expect(200)
const corrected = await head()

const march = 'from=2026-03-01&to=2026-03-31'
const spending = async (agent: Agent, query: string) => {
  return Spending.parse(bodyOf(await agent.get(`/api/reports/spending?${query}`).expect(200)))
}

test('spending is by month and category, each currency for itself', async (t) => {
  const { rows, totals } = await spending(ben.agent, `group=month,category&asOf=${told}`)
  t.deepEqual(
    rows.map(({ month, category, currency, count, total }) => [month, category, currency, count, total]),
    [
      ['2026-03', 'Food', 'EUR', 1, '12.50'],
      ['2026-03', 'Food', 'JPY', 1, '1500'],
      ['2026-04', 'Travel', 'EUR', 1, '40.00'],
    ],
  )
  t.deepEqual(totals, [
    { currency: 'EUR', count: 2, total: '52.50' },
    { currency: 'JPY', count: 1, total: '1500' },
  ])
  const plain = await spending(ben.agent, `asOf=${told}`)
  t.deepEqual(plain.rows, plain.totals)
  t.deepEqual(plain.totals, totals)
})

test('when it was spent and when it was recorded are asked for apart, and names are those of the moment', async (t) => {
  const categories = async (query: string) => {
    return (await spending(ben.agent, `group=category&${query}`)).rows.map(({ category, total }) => [category, total])
  }
  t.deepEqual(await categories(`${march}&asOf=${told}`), [
    ['Food', '12.50'],
    ['Food', '1500'],
  ])
  t.deepEqual(await categories(`${march}&asOf=${corrected}`), [
    ['Groceries', '9.90'],
    ['Groceries', '1500'],
    ['Travel', '40.00'],
  ])
  t.deepEqual(await categories(`${march}&asOf=${empty}`), [])
  t.deepEqual(await categories('from=2026-04-01&to=2026-04-30'), [])
})

test('a statement is the list as it stood, by date, with what it came to so far', async (t) => {
  const answer = await ben.agent.get(`/api/reports/statement?${march}&asOf=${told}`).expect(200)
  t.is(answer.get('Ledger-Position'), String(told))
  const { asOf, items } = Statement.parse(answer.body)
  t.is(asOf.position, told)
  t.deepEqual(
    items.map(({ date, description, amount, running, currency }) => [date, description, amount, running, currency]),
    [
      ['2026-03-30', 'Lunch', '12.50', '12.50', 'EUR'],
      ['2026-03-31', 'Ramen', '1500', '1500', 'JPY'],
    ],
  )
  const now = Statement.parse((await ben.agent.get('/api/reports/statement').expect(200)).body)
  t.deepEqual(
    now.items.map(({ running }) => running),
    ['9.90', '49.90', '1500'],
  )
})

test('why March is different now is said event by event', async (t) => {
  const answer = await ben.agent.get(`/api/reports/changes?${march}&since=${told}&until=${corrected}`).expect(200)
  const { items, difference, since, until } = Changes.parse(answer.body)
  t.deepEqual([since.position, until.position], [told, corrected])
  t.deepEqual(difference, [{ currency: 'EUR', count: 1, total: '37.40' }])
  t.deepEqual(
    items.map(({ was, is, events }) => [was?.amount, is?.amount, events.map((part) => part.difference)]),
    [
      ['12.50', '9.90', [[{ currency: 'EUR', count: 0, total: '-2.60' }]]],
      [undefined, '40.00', [[{ currency: 'EUR', count: 1, total: '40.00' }]]],
    ],
  )
  const [lunch, moved] = items
  t.deepEqual([lunch?.was?.category, lunch?.is?.category], ['Food', 'Groceries'])
  t.like(lunch?.events[0], {
    type: 'ExpenseAmended',
    actor: { id: ben.id },
    changes: { amount: { from: '12.50', to: '9.90' } },
  })
  t.like(moved?.events[0], { changes: { date: { from: '2026-04-01', to: '2026-03-31' } } })
})

test('members are shown their own, an admin everybody’s, and nobody a deleted user’s', async (t) => {
  const totalOf = async (agent: Agent, query: string) =>
    (await spending(agent, `${march}&asOf=${told}&${query}`)).totals[0]?.total
  t.is(await totalOf(carl.agent, ''), '1.00')
  t.is(await totalOf(ana.agent, ''), '13.50')
  t.is(await totalOf(ana.agent, `user=${ben.id}`), '12.50')
  t.is(await totalOf(ana.agent, `user=${ana.id}`), undefined)
  for (const report of ['spending', 'statement', 'changes?since=0']) {
    const by = report.includes('?') ? '&' : '?'
    await ben.agent.get(`/api/reports/${report}${by}user=${carl.id}`).expect(403)
    await nobody().get(`/api/reports/${report}`).expect(401)
  }
  const dora = await member(ana)
  await record(dora, { date: '2025-01-01', amount: '7.00' })
  const there = await head()
  await ana.agent.delete(`/api/users/${dora.id}`).expect(200)
  const gone = await head()
  const year = 'from=2025-01-01&to=2025-12-31'
  t.is((await spending(ana.agent, `${year}&asOf=${there}`)).totals[0]?.total, '7.00')
  t.deepEqual((await spending(ana.agent, year)).totals, [])
  const answer = await ana.agent.get(`/api/reports/changes?${year}&since=${there}&until=${gone}`).expect(200)
  const { items } = Changes.parse(answer.body)
  t.is(items[0]?.is, null)
  t.like(items[0]?.events[0], { type: 'UserDeleted', difference: [{ currency: 'EUR', count: -1, total: '-7.00' }] })
})

test('a moment may be given as an instant, and a report says which it stands for', async (t) => {
  const recordedAt = (await ledger.log.readAfter(told - 1, 1))[0]?.recordedAt
  const byInstant = await ben.agent.get(`/api/reports/statement?asOf=${recordedAt}`).expect(200)
  const byPosition = await ben.agent.get(`/api/reports/statement?asOf=${told}`).expect(200)
  t.is(byInstant.text, byPosition.text)
  t.deepEqual(Statement.parse(byInstant.body).asOf, { position: told, recordedAt })
  t.deepEqual((await spending(ben.agent, 'asOf=1999-01-01T00:00:00Z')).asOf, { position: 0, recordedAt: null })
})

const refused: [query: string, ...fields: string[]][] = [
  ['spending?asOf=999999', 'asOf'],
  ['spending?asOf=yesterday', 'asOf'],
  ['spending?group=year', 'group'],
  ['spending?group=category,month', 'group'],
  ['spending?from=2026-02-30', 'from'],
  ['statement?from=2026-03-02&to=2026-03-01', 'to'],
  ['statement?user=ben&group=month', 'user', 'group'],
  ['statement?asOf=1&asOf=2', 'asOf'],
  ['changes', 'since'],
  ['changes?since=3&until=2', 'until'],
  ['changes?since=999999', 'since'],
  ['changes?since=0&asOf=1', 'asOf'],
]
for (const [query, ...fields] of refused) {
  test(`GET /api/reports/${query} is refused, naming ${fields.join(' and ')}`, async (t) => {
    const answer = await ben.agent.get(`/api/reports/${query}`)
    t.is(answer.status, 422, answer.text)
    t.deepEqual(fieldsOf(answer).sort(), fields.sort())
  })
}

test('whoever asks for events is sent the same as one of them', async (t) => {
  const headers = { cookie: await cookieOf(address, ben), accept: 'text/event-stream' }
  const path = `/api/reports/statement?asOf=${told}`
  const streamed = await fetch(address + path, { headers })
  t.is(streamed.headers.get('Content-Type'), 'text/event-stream; charset=utf-8')
  const plain = await ben.agent.get(path).expect(200)
  t.is((await streamed.text()).split('event: report\n')[1], `data: ${plain.text}\n\n`)
})

test('HEAD answers without replaying anything', async (t) => {
  const headers = { cookie: await cookieOf(address, ben) }
  const answer = await fetch(`${address}/api/reports/spending?asOf=${told}`, { method: 'HEAD', headers })
  t.deepEqual([answer.status, answer.headers.get('Ledger-Position')], [200, String(told)])
})

test('whoever asks for events is told how far it is before the report comes', async (t) => {
  const { address, first } = await serveLedger(({ projections }) => ({
    projections: {
      ...projections,
      async *report(question, watcher) {
        watcher?.onProgress?.({ position: 1, of: 2 })
        yield* projections.report(question, watcher)
      },
    },
  }))
  const headers = { cookie: await cookieOf(address, await first()), accept: 'text/event-stream' }
  const answer = await fetch(`${address}/api/reports/spending?asOf=0`, { headers })
  t.is(
    await answer.text(),
    'event: progress\ndata: {"position":1,"of":2}\n\n' +
      'event: report\ndata: {"asOf":{"position":0,"recordedAt":null},"rows":[],"totals":[]}\n\n',
  )
})

test('when whoever asked goes away, no more is replayed', async (t) => {
  let over = Promise.withResolvers<unknown>()
  const { address, first } = await serveLedger(({ projections }) => ({
    projections: {
      ...projections,
      async *report(_question, { signal } = {}) {
        yield '{"asOf":'
        signal?.addEventListener('abort', () => over.resolve(signal.reason))
        await over.promise
        signal?.throwIfAborted()
      },
    },
  }))
  const cookie = await cookieOf(address, await first())
  for (const accept of ['application/json', 'text/event-stream']) {
    over = Promise.withResolvers()
    const gone = new AbortController()
    const headers = { cookie, accept }
    const answer = await fetch(`${address}/api/reports/spending`, { headers, signal: gone.signal })
    t.is(answer.status, 200)
    gone.abort()
    t.like(await over.promise, { name: 'AbortError' })
  }
})

test('a fault at the beginning is a problem, one half way breaks the report off', async (t) => {
  for (const said of [[], ['{"asOf":']]) {
    const { address, first } = await serveLedger(({ projections }) => ({
      projections: {
        ...projections,
        async *report() {
          yield* said
          throw new Error('The disk is broken')
        },
      },
    }))
    const headers = { cookie: await cookieOf(address, await first()) }
    const answer = await fetch(`${address}/api/reports/spending`, { headers })
    t.is(answer.status, said.length === 0 ? 500 : 200)
    if (said.length === 0) t.is(answer.headers.get('Content-Type'), 'application/problem+json; charset=utf-8')
    else await t.throwsAsync(answer.text())
  }
})
