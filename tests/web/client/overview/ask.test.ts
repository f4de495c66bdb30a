import test from 'ava'
import { Changes, Spending, Statement } from '../../../../src/web/api.ts'
import { askCompared, byMonth } from '../../../../src/web/client/overview/ask.ts'
import { deedsIn } from '../../../../src/web/client/overview/since.ts'
import type { Scope } from '../../../../src/web/client/scope/scope.ts'
import { ana, EUR, noon } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const asOf = { position: 9, recordedAt: noon }
const running = '1.00'
const { signal } = new AbortController()

/** A server that has these, and what it was asked. */
function serverWith(items: object[], rows: object[] = []) {
  const asked: object[] = []
  return {
    asked,
    async statement(query: object) {
      asked.push(query)
      return Statement.parse({ asOf, items, totals: [] })
    },
    async spending(query: object) {
      asked.push(query)
      return Spending.parse({ asOf, rows, totals: [] })
    },
  }
}
const scope: Scope = { period: '2026-11', asOf: undefined, whose: 'own' }
const asked = { scope, me: ana, today: '2026-11-23' }

test('two months side by side are one question', async (t) => {
  const items = [
    { ...coffee, running, date: '2026-10-31', amount: '3.00' },
    { ...coffee, running, date: '2026-11-01', amount: '5.00', version: 2 },
  ]
  const server = serverWith(items)
  const found = await askCompared(server, asked, true, signal)
  t.deepEqual(server.asked, [{ user: ana, from: '2026-10-01', to: '2026-11-30' }])
  t.deepEqual(found?.now, [{ on: '2026-11-01', currency: EUR, amount: '5.00', count: 1 }])
  t.deepEqual(found?.then, [{ on: '2026-10-31', currency: EUR, amount: '3.00', count: 1 }])
  t.is(found?.changed, 1)
  t.is(found?.today, '2026-11-23')
})
test('years are asked for by month', async (t) => {
  const rows = [{ month: '2026-02', currency: EUR, count: 2, total: '7.00' }]
  const server = serverWith([], rows)
  const found = await askCompared(server, { ...asked, scope: { ...scope, period: '2026', whose: 'all' } }, true, signal)
  t.deepEqual(server.asked, [
    { from: '2026-01-01', to: '2026-12-31', group: 'month' },
    { from: '2025-01-01', to: '2025-12-31', group: 'month' },
  ])
  t.deepEqual(found?.now, [{ on: '2026-02', currency: EUR, amount: '7.00', count: 2 }])
  t.is(found?.changed, undefined)
})
test('too many expenses are not fetched one by one, and all time has nothing before it', async (t) => {
  const server = serverWith([])
  t.is(await askCompared(server, asked, false, signal), undefined)
  t.is(await askCompared(server, { ...asked, scope: { ...scope, period: 'all' } }, true, signal), undefined)
  t.deepEqual(server.asked, [])
})
test('as of a moment the figures end with its day, and never after today', async (t) => {
  const lastDay = async (moment: string) => {
    const found = await askCompared(serverWith([]), { ...asked, scope: { ...scope, asOf: moment } }, true, signal)
    return found?.today
  }
  t.is(await lastDay('2026-11-18T12:30:00Z'), '2026-11-18')
  t.is(await lastDay('2027-01-01T12:00:00Z'), '2026-11-23')
  t.is(await lastDay('9'), noon.slice(0, 10))
})
test('a row of a month stands for its expenses', (t) => {
  const { rows } = Spending.parse({
    asOf,
    rows: [{ month: '2026-02', currency: EUR, count: 2, total: '7.00' }],
    totals: [],
  })
  t.deepEqual(byMonth(rows), [{ on: '2026-02', currency: EUR, amount: '7.00', count: 2 }])
})

test('what was done since is counted by what it was', (t) => {
  const event = (type: string) => ({ position: 1, type, recordedAt: noon, actor: null, changes: {}, difference: [] })
  const types = ['ExpenseRecorded', 'ExpenseAmended', 'ExpenseAmended', 'ExpenseDeleted', 'UserDeleted', 'UserRestored']
  const items = [{ id: coffee.id, was: null, is: null, events: types.map(event) }]
  const changes = Changes.parse({ since: asOf, until: asOf, items, difference: [] })
  t.deepEqual(deedsIn(changes), { recorded: 1, amended: 2, deleted: 1, restored: 0, hidden: 1, shown: 1 })
})
