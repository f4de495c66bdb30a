import test from 'ava'
import { type Expense, ExpenseExport, ExpenseList, OwnData } from '../../../src/web/api.ts'
import type { ExpenseItem } from '../../../src/projections/projections.ts'
import { undefuse } from '../../../src/web/server/exports/csv.ts'
import { parse } from './exports/parse.ts'
import { cookieOf } from './listening.ts'
import { fieldsOf, record, serveLedger, since } from './served.ts'

const { address, nobody, first, member } = await serveLedger()
const ana = await first()
const [ben, carl] = [await member(ana), await member(ana)]
const spent: [description: string, category: string, date: string, amount: string, currency: string][] = [
  ['=HYPERLINK("http://evil.example")', 'Food', '2026-11-02', '12.50', 'EUR'],
  ['Train, refund', '+Travel', '2026-11-12', '-20.00', 'EUR'],
  ['Ramen "special"\nand tea', 'Food', '2026-11-10', '1500', 'JPY'],
  ['Обед; 港でランチ', '外食', '2026-11-15', '3.200', 'KWD'],
]
for (const [description, category, date, amount, currency] of spent) {
  await record(ben, { description, category, date, amount, currency })
}
const mistake = await record(ben, { description: 'Mistake' })
await record(carl, { description: 'Carl’s' })
const last = await ben.agent.delete(`/api/expenses/${mistake.id}`).expect(200)

const queries = [
  '',
  'sort=amount',
  'sort=-recorded&deleted=all',
  'deleted=true',
  'q=train',
  'category=food&from=2026-11-03',
  'min=1000',
  'currency=CHF',
]
for (const query of queries) {
  test(`an export holds exactly what is listed: ${query}`, async (t) => {
    for (const { agent } of [ben, ana]) {
      const list = await agent.get(`/api/expenses?${query}`).set(since(last)).expect(200)
      const { items } = ExpenseList.parse(list.body)
      const json = await agent.get(`/api/expenses.json?${query}`).set(since(last)).expect(200)
      t.deepEqual(ExpenseExport.parse(json.body), items)
      const csv = await agent.get(`/api/expenses.csv?${query}`).set(since(last)).expect(200)
      t.deepEqual(expensesIn(csv.text), items.map(inCells))
    }
  })
}

test('a CSV file has a header, lines that end as RFC 4180 says, and nothing that a spreadsheet runs', async (t) => {
  const answer = await ben.agent.get('/api/expenses.csv?sort=recorded').set(since(last)).expect(200)
  t.is(answer.get('Content-Type'), 'text/csv; charset=utf-8; header=present')
  t.regex(answer.get('Content-Disposition') ?? '', /^attachment; filename="expenses-\d{4}-\d\d-\d\d\.csv"$/)
  const lines = answer.text.split('\r\n')
  t.regex(lines[0]!, /^date,category,description,amount,currency,/)
  t.regex(lines[1]!, /^2026-11-02,Food,"'=HYPERLINK\(""http:\/\/evil\.example""\)",12\.50,EUR,false,/)
  t.regex(lines[2]!, /^2026-11-12,'\+Travel,"Train, refund",-20\.00,EUR,false,/)
  t.is(lines.at(-1), '')
})

test('an export of nothing is an empty one', async (t) => {
  const json = await ana.agent.get(`/api/expenses.json?user=${ana.id}`).expect(200)
  t.is(json.text, '[]\n')
  const csv = await ana.agent.get(`/api/expenses.csv?user=${ana.id}`).expect(200)
  t.is(csv.text.split('\r\n').length, 2)
})

test('one’s own data is all that there is of one, deleted or not, and nothing of anybody else', async (t) => {
  const path = `/api/users/${ben.id}/data.json`
  const answer = await ben.agent.get(path).expect(200)
  const { position: _position, ...data } = OwnData.parse(answer.body)
  const { user, expenses, categories, history } = data
  t.is(user.email, ben.email)
  const described = expenses.map(({ description }) => description)
  t.deepEqual(described, [...spent.map(([description]) => description), 'Mistake'])
  t.deepEqual(
    categories.map(({ name }) => name),
    ['+Travel', 'Food', '外食'],
  )
  t.true(history.every(({ userId }) => userId === ben.id))
  t.deepEqual([history[0]?.type, history.at(-1)?.type], ['UserRegistered', 'ExpenseDeleted'])
  t.notRegex(answer.text, /Carl’s|argon2/)
  t.regex(answer.get('Content-Disposition') ?? '', /^attachment; filename="ledger-\d{4}-\d\d-\d\d\.json"$/)
  t.like((await ana.agent.get(path).expect(200)).body, data)
  await carl.agent.get(path).expect(404)
})

// Before the others, which look at everything.
test.serial('an export waits for the position it is asked for, and is one’s own', async (t) => {
  const recorded = await record(carl, { description: 'Just now' })
  const answer = await carl.agent.get('/api/expenses.json').set(recorded.since).expect(200)
  t.deepEqual(
    ExpenseExport.parse(answer.body).map(({ description }) => description),
    ['Just now', 'Carl’s'],
  )
  await carl.agent.get(`/api/expenses.csv?user=${ben.id}`).expect(403)
  await nobody().get('/api/expenses.csv').expect(401)
})

test('an export has no pages', async (t) => {
  for (const path of ['/api/expenses.csv', '/api/expenses.json']) {
    const answer = await ben.agent.get(`${path}?limit=5&cursor=x&totals=true&from=tomorrow`).expect(422)
    t.deepEqual(fieldsOf(answer).sort(), ['cursor', 'from', 'limit', 'totals'])
    const head = await fetch(address + path, { method: 'HEAD', headers: { cookie: await cookieOf(address, ben) } })
    t.regex(head.headers.get('Content-Disposition') ?? '', /^attachment/)
  }
})

test('no more is read than somebody takes, and nothing once they go away', async (t) => {
  let portions = 0
  const over = Promise.withResolvers<void>()
  const { address, first } = await serveLedger(({ projections }) => ({
    projections: {
      ...projections,
      async *everyExpense(filter, sort) {
        const items: ExpenseItem[] = []
        for await (const some of projections.everyExpense(filter, sort)) items.push(...some)
        const many = Array.from({ length: 500 }, () => items[0]!)
        try {
          for (; ; portions++) yield many
        } finally {
          over.resolve()
        }
      },
    },
  }))
  const dora = await first()
  const { since } = await record(dora)
  const gone = new AbortController()
  const headers = { cookie: await cookieOf(address, dora), ...since }
  const answer = await fetch(`${address}/api/expenses.csv`, { headers, signal: gone.signal })
  t.is(answer.status, 200)
  // Meanwhile others are answered, and what the network holds is some megabytes at most.
  for (let time = 0; time < 50; time++) await dora.agent.get('/api/session').expect(200)
  t.true(portions < 500)
  gone.abort()
  await over.promise
})

test('a fault half way breaks the file off, so that nobody takes it for whole', async (t) => {
  const { address, first } = await serveLedger(({ projections }) => ({
    projections: {
      ...projections,
      async *everyExpense(filter, sort) {
        yield* projections.everyExpense(filter, sort)
        throw new Error('The database is away')
      },
    },
  }))
  const dora = await first()
  const { since } = await record(dora)
  const headers = { cookie: await cookieOf(address, dora), ...since }
  for (const kind of ['csv', 'json']) {
    const answer = await fetch(`${address}/api/expenses.${kind}`, { headers })
    t.is(answer.status, 200)
    await t.throwsAsync(answer.text())
  }
})

test('a fault at the beginning is answered as a problem', async (t) => {
  const { first } = await serveLedger(() => ({ isPassing: () => true }))
  const dora = await first()
  t.is(
    (await dora.agent.get('/api/expenses.csv').set('Ledger-Position', '999999').expect(503)).type,
    'application/problem+json',
  )
})

/** What a spreadsheet, or an import, finds in the file: cells by the names of their columns, texts as they were. */
function expensesIn(csv: string): Record<string, string>[] {
  const [names = [], ...rows] = parse(csv)
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', undefuse(cell)])))
}

function inCells(expense: Expense): Record<string, string> {
  const { categoryId: _categoryId, changedBy, deleted, version, ...texts } = expense
  return { ...texts, changedBy: changedBy?.name ?? '', deleted: String(deleted), version: String(version) }
}
