import test from 'ava'
import { daysAfter, localDate } from '../../../../src/web/client/scope/calendar-days.ts'
import { monthOf, periodOf, readPeriod, shifted, spanOf } from '../../../../src/web/client/scope/period.ts'

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
  const none = [undefined, '', '2026-00', '0026-01', '2026-1', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01']
  for (const text of none) t.is(readPeriod(text, '2026-11-23'), '2026-11')
  t.is(monthOf('2026-11-23'), '2026-11')
})
test('a year and any days are periods too, and step by their own length', (t) => {
  t.deepEqual(spanOf('2026'), { from: '2026-01-01', to: '2026-12-31' })
  t.is(shifted('2026', -1), '2025')
  const week = '2026-11-02..2026-11-08'
  t.deepEqual(spanOf(week), { from: '2026-11-02', to: '2026-11-08' })
  t.is(shifted(week, 1), '2026-11-09..2026-11-15')
  t.is(readPeriod(week, '2026-11-23'), week)
  t.is(readPeriod('2024', '2026-11-23'), '2024')
})
test('days that are a whole month or year are called so', (t) => {
  t.is(periodOf({ from: '2026-02-01', to: '2026-02-28' }), '2026-02')
  t.is(periodOf({ from: '2026-01-01', to: '2026-12-31' }), '2026')
  t.is(periodOf({ from: '2026-02-01', to: '2026-02-27' }), '2026-02-01..2026-02-27')
})
test('today is the date where the person is', (t) => {
  t.is(localDate(new Date(2026, 0, 2, 23, 59)), '2026-01-02')
  t.is(localDate(new Date(2026, 10, 23, 0, 0)), '2026-11-23')
})
test('days follow each other over the turn of a month', (t) => {
  t.is(daysAfter('2026-03-01', -1), '2026-02-28')
  t.is(daysAfter('2026-12-31', 1), '2027-01-01')
})
