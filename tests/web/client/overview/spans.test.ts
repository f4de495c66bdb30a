import test from 'ava'
import { comparedSpans, spanOfMonths, stepsOf, twelveMonths } from '../../../../src/web/client/overview/spans.ts'

test('a month is compared with the one before, day by day', (t) => {
  t.deepEqual(comparedSpans('2026-03'), {
    now: { from: '2026-03-01', to: '2026-03-31' },
    before: { from: '2026-02-01', to: '2026-02-28' },
    step: 'day',
  })
})
test('any days are compared with as many before them', (t) => {
  t.deepEqual(comparedSpans('2026-11-02..2026-11-08'), {
    now: { from: '2026-11-02', to: '2026-11-08' },
    before: { from: '2026-10-26', to: '2026-11-01' },
    step: 'day',
  })
})
test('a year is compared month by month, all time with nothing', (t) => {
  t.is(comparedSpans('2026')?.step, 'month')
  t.is(comparedSpans('2026-01-01..2026-03-04')?.step, 'month')
  t.is(comparedSpans('all'), undefined)
  t.is(comparedSpans('1000-01-01..2026-03-04'), undefined)
})
test('steps are without a gap, over the ends of months and years', (t) => {
  const span = { from: '2026-12-30', to: '2027-01-02' }
  t.deepEqual(stepsOf(span, 'day'), ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
  t.deepEqual(stepsOf(span, 'month'), ['2026-12', '2027-01'])
})
test('twelve months end with the period, or with today', (t) => {
  const months = twelveMonths('2026-03', '2026-11-23')
  t.is(months.length, 12)
  t.deepEqual(spanOfMonths(months), { from: '2025-04-01', to: '2026-03-31' })
  t.is(twelveMonths('all', '2026-11-23').at(-1), '2026-11')
  t.is(twelveMonths('2025', '2026-11-23')[0], '2025-01')
})
