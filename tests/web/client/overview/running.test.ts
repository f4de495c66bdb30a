import test from 'ava'
import { addedUp, against } from '../../../../src/web/client/overview/against.ts'
import type { Compared } from '../../../../src/web/client/overview/ask.ts'
import { minorOf } from '../../../../src/web/client/overview/exact.ts'
import { reached, runningTotals } from '../../../../src/web/client/overview/running.ts'
import { comparedSpans } from '../../../../src/web/client/overview/spans.ts'
import { EUR, JPY, KWD, USD } from '../../../examples.ts'

const spent = (on: string, amount: string, currency = EUR) => ({ on, amount, currency, count: 1 })
const days = ['2026-11-01', '2026-11-02', '2026-11-03']

test('sums are exact at any size', (t) => {
  t.is(minorOf('12.50', EUR), 1250n)
  t.is(minorOf('-0.50', EUR), -50n)
  t.is(minorOf('1180', JPY), 1180n)
  t.is(minorOf('0.5', KWD), 500n)
  t.is(minorOf('0', EUR), 0n)
  t.is(minorOf('90071992547409930.01', EUR), 9007199254740993001n)
})
test('what was spent adds up day by day, in one currency, and refunds take away', (t) => {
  const entries = [spent('2026-11-01', '10.00'), spent('2026-11-03', '-2.50'), spent('2026-11-01', '7.00', USD)]
  t.deepEqual(runningTotals(days, entries, EUR), [
    { spent: 1000n, count: 1, total: 1000n, totalCount: 1 },
    { spent: 0n, count: 0, total: 1000n, totalCount: 1 },
    { spent: -250n, count: 1, total: 750n, totalCount: 2 },
  ])
})
test('a period has come as far as today, or as the last thing that is dated later', (t) => {
  t.is(reached(days, '2026-11-02', [], 'day'), 2)
  t.is(reached(days, '2026-11-02', [spent('2026-11-03', '1.00')], 'day'), 3)
  t.is(reached(days, '2026-10-31', [], 'day'), 0)
  t.is(reached(['2026-10', '2026-11', '2026-12'], '2026-11-23', [], 'month'), 2)
})

const november: Compared = {
  period: '2026-11',
  before: '2026-10',
  spans: comparedSpans('2026-11')!,
  step: 'day',
  now: [spent('2026-11-01', '100.00'), spent('2026-11-20', '20.00')],
  then: [spent('2026-10-05', '90.00'), spent('2026-10-30', '500.00')],
  changed: 0,
  today: '2026-11-23',
}
test('a period that goes on is held against the other at the same day', (t) => {
  t.is(against(addedUp(november, EUR)), 3000n)
})
test('a period that is over is held against all of the other', (t) => {
  t.is(against(addedUp({ ...november, today: '2026-12-01' }, EUR)), -47000n)
})
test('the last day of a short month is held against the same day of a long one', (t) => {
  t.is(against(addedUp({ ...november, today: '2026-11-30' }, EUR)), -47000n)
})
test('a period that has not begun is held against nothing', (t) => {
  t.is(against(addedUp({ ...november, now: [], today: '2026-10-31' }, EUR)), undefined)
})
