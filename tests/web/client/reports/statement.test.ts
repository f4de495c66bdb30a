import test from 'ava'
import { monthsOf, piecesOf, type Item } from '../../../../src/web/client/reports/statement.ts'
import { CalendarDate } from '../../../../src/events/calendar.ts'
import { EUR, JPY } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const on = (date: string, amount: string, running: string, currency = EUR): Item => {
  return { ...coffee, date: CalendarDate.parse(date), amount, running, currency }
}

test('a month has its own sum, and what it all came to by its end', (t) => {
  const months = monthsOf([
    on('2026-10-02', '16.50', '16.50'),
    on('2026-10-30', '-0.50', '16.00'),
    on('2026-10-31', '900', '900', JPY),
    on('2026-11-01', '4.00', '20.00'),
  ])
  t.deepEqual(
    months.map(({ month, items, totals, closing }) => [month, items.length, totals, closing]),
    [
      [
        '2026-10',
        3,
        [
          { currency: EUR, count: 2, total: '16.00' },
          { currency: JPY, count: 1, total: '900' },
        ],
        [
          { currency: EUR, total: '16.00' },
          { currency: JPY, total: '900' },
        ],
      ],
      [
        '2026-11',
        1,
        [{ currency: EUR, count: 1, total: '4.00' }],
        [
          { currency: EUR, total: '20.00' },
          { currency: JPY, total: '900' },
        ],
      ],
    ],
  )
})

test('pieces are all of it, in its order', (t) => {
  t.deepEqual(piecesOf([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]])
  t.deepEqual(piecesOf([], 2), [])
})
