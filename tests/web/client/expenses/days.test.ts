import test from 'ava'
import { byDay, ownFirst } from '../../../../src/web/client/expenses/days.ts'
import { EUR, JPY, monday, tuesday } from '../../../examples.ts'
import { coffee } from '../examples.ts'

test('a day has its expenses and a total per currency, without what is deleted', (t) => {
  const refund = { ...coffee, amount: '-0.51' }
  const deleted = { ...coffee, amount: '99.00', deleted: true }
  const sushi = { ...coffee, amount: '3200', currency: JPY }
  const days = byDay([{ ...coffee, date: tuesday }, coffee, refund, deleted, sushi])
  t.deepEqual(
    days.map(({ date, expenses, totals }) => [date, expenses.length, totals]),
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
test('totals are exact beyond what a float holds', (t) => {
  const huge = { ...coffee, amount: '90071992547409.91' }
  t.deepEqual(byDay([huge, huge])[0]?.totals, [{ currency: EUR, total: '180143985094819.82' }])
})
test('one’s own currency comes first', (t) => {
  const totals = [{ currency: JPY }, { currency: EUR }]
  t.deepEqual(ownFirst(totals, { currency: EUR }), [{ currency: EUR }, { currency: JPY }])
})
