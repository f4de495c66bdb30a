import test from 'ava'
import { openFormat } from '../../../../src/web/client/format.ts'
import { addedUp } from '../../../../src/web/client/overview/against.ts'
import type { Compared } from '../../../../src/web/client/overview/ask.ts'
import { namesOf } from '../../../../src/web/client/overview/names.ts'
import { runningSteps } from '../../../../src/web/client/overview/running-steps.ts'
import { comparedSpans } from '../../../../src/web/client/overview/spans.ts'
import { EUR } from '../../../examples.ts'

const format = openFormat('en-GB')
const link = (period: string) => `/expenses?period=${period}`
const spent = (on: string, amount: string) => ({ on, amount, currency: EUR, count: 1 })
const november: Compared = {
  period: '2026-11',
  before: '2026-10',
  spans: comparedSpans('2026-11')!,
  step: 'day',
  now: [spent('2026-11-02', '12.00')],
  then: [spent('2026-10-01', '10.00')],
  changed: 0,
  today: '2026-11-02',
}
const shown = (compared: Compared) =>
  runningSteps({
    ...{ added: addedUp(compared, EUR), period: compared.period, currency: EUR, format, link },
    names: namesOf(compared.period, compared.before, (period) => period, format),
  })

test('a day says both sums so far and leads to its expenses', (t) => {
  const step = shown(november)[1]
  t.is(step?.name, '2 Nov: November €12.00, October €10.00')
  t.is(step?.tick, '2')
  t.is(step?.href, '/expenses?period=2026-11-02..2026-11-02')
  t.deepEqual(step?.values, ['2026-11-02', '12.00', '12.00', '10.00'])
})
test('days to come say only what was before', (t) => {
  const step = shown(november)[2]
  t.is(step?.now, undefined)
  t.is(step?.name, '3 Nov: October €10.00')
})
test('a longer month before has its last days, too', (t) => {
  const steps = shown(november)
  t.is(steps.length, 31)
  t.is(steps.at(-1)?.key, '2026-10-31')
  t.is(steps.at(-1)?.name, '31 Oct: October €10.00')
})
test('months go by their names', (t) => {
  const year: Compared = { ...november, period: '2026', before: '2025', spans: comparedSpans('2026')!, step: 'month' }
  const steps = shown({ ...year, now: [spent('2026-01', '5.00')], then: [] })
  t.is(steps.length, 12)
  t.is(steps[0]?.tick, 'Jan')
  t.is(steps[0]?.href, '/expenses?period=2026-01')
  t.is(steps[0]?.name, 'January 2026: 2026 €5.00, 2025 €0.00')
})
test('months of one year go without it', (t) => {
  const name = (period: string) => `the period ${period}`
  t.deepEqual(namesOf('2026-11', '2026-10', name, format), { now: 'November', before: 'October' })
  t.deepEqual(namesOf('2026-01', '2025-12', name, format), { now: 'the period 2026-01', before: 'the period 2025-12' })
})
