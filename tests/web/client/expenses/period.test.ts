import test from 'ava'
import { daysAfter, localDate } from '../../../../src/web/client/expenses/calendar-days.ts'
import { monthOf, readPeriod, shifted, spanOf } from '../../../../src/web/client/expenses/period.ts'

test('a month goes from its first to its last day', (t) => {
  t.deepEqual(spanOf('2026-11'), { from: '2026-11-01', to: '2026-11-30' })
  t.deepEqual(spanOf('2026-02'), { from: '2026-02-01', to: '2026-02-28' })
  t.deepEqual(spanOf('2028-02'), { from: '2028-02-01', to: '2028-02-29' })
  t.deepEqual(spanOf('all'), {})
})
test('months follow each other over the turn of the year', (t) => {
  t.is(shifted('2026-12', 1), '2027-01')
  t.is(shifted('2026-01', -1), '2025-12')
  t.is(shifted('2026-11', -13), '2025-10')
  t.is(shifted('all', 1), 'all')
})
test('a period that is none is the month of today', (t) => {
  t.is(readPeriod('2025-07', '2026-11-23'), '2025-07')
  t.is(readPeriod('all', '2026-11-23'), 'all')
  for (const text of [undefined, '', '2026-00', '0026-01', '2026-1']) t.is(readPeriod(text, '2026-11-23'), '2026-11')
  t.is(monthOf('2026-11-23'), '2026-11')
})
test('today is the date where the person is', (t) => {
  t.is(localDate(new Date(2026, 0, 2, 23, 59)), '2026-01-02')
  t.is(localDate(new Date(2026, 10, 23, 0, 0)), '2026-11-23')
})
test('days follow each other over the turn of a month', (t) => {
  t.is(daysAfter('2026-03-01', -1), '2026-02-28')
  t.is(daysAfter('2026-12-31', 1), '2027-01-01')
})
