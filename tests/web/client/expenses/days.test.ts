import test from 'ava'
import type { Expense } from '../../../../src/web/api.ts'
import { dayParts, ownFirst } from '../../../../src/web/client/expenses/days.ts'
import { EUR, JPY, monday, tuesday } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const late = { ...coffee, date: tuesday }
const whole = (list: readonly Expense[]) => dayParts(list, 0, list.length, true)

test('a day has its expenses and a total per currency, without what is deleted', (t) => {
  const refund = { ...coffee, amount: '-0.51' }
  const deleted = { ...coffee, amount: '99.00', deleted: true }
  const sushi = { ...coffee, amount: '3200', currency: JPY }
  t.deepEqual(
    whole([late, coffee, refund, deleted, sushi]).map(({ date, expenses, totals }) => [date, expenses.length, totals]),
    [
      [tuesday, 1, [{ currency: EUR, total: '16.50' }]],
      [
        monday,
        4,
        [
          { currency: EUR, total: '15.99' },
          { currency: JPY, total: '3200' },
        ],
      ],
    ],
  )
})
test('a part that does not begin its day says nothing of it, and the one that does says all', (t) => {
  const list = [late, coffee, coffee, coffee]
  const said = (from: number, to: number) =>
    dayParts(list, from, to, true).map(({ at, begins, expenses, totals }) => [
      at,
      begins,
      expenses.length,
      totals[0]?.total,
    ])
  t.deepEqual(said(0, 2), [
    [0, true, 1, '16.50'],
    [1, true, 1, '49.50'],
  ])
  t.deepEqual(said(2, 9), [[2, false, 2, undefined]])
})
test('what the last day comes to is not known while more of it may follow', (t) => {
  const totals = dayParts([late, coffee], 0, 2, false).map((part) => part.totals.length)
  t.deepEqual(totals, [1, 0])
})
test('totals are exact beyond what a float holds', (t) => {
  const huge = { ...coffee, amount: '90071992547409.91' }
  t.deepEqual(whole([huge, huge])[0]?.totals, [{ currency: EUR, total: '180143985094819.82' }])
})
test('one’s own currency comes first', (t) => {
  const totals = [{ currency: JPY }, { currency: EUR }]
  t.deepEqual(ownFirst(totals, { currency: EUR }), [{ currency: EUR }, { currency: JPY }])
})
