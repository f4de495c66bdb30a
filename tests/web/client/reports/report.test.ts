import test from 'ava'
import { UserId } from '../../../../src/events/ids.ts'
import { fixedAddress } from '../../../../src/web/client/reports/fixed-link.ts'
import { fileName, readGroup, readReport, readSince } from '../../../../src/web/client/reports/report.ts'
import { instantOf } from '../../../../src/web/client/scope/moments.ts'
import type { Scope } from '../../../../src/web/client/scope/scope.ts'
import { ana, ben } from '../../../examples.ts'

const november: Scope = { period: '2026-11', asOf: undefined, whose: 'own' }
const noon = new Date('2026-11-23T12:00:00Z')

test('an address without a report, or with one that is not there, is that of spending', (t) => {
  t.is(readReport({}), 'spending')
  t.is(readReport({ report: 'everything' }), 'spending')
  t.is(readReport({ report: 'changes' }), 'changes')
})

test('within a month spending is told apart by category, over a longer time by month too, unless the address says how', (t) => {
  t.is(readGroup({}, '2026-11'), 'category')
  t.is(readGroup({}, '2026-11-03..2026-11-09'), 'category')
  t.is(readGroup({}, '2026-10-28..2026-11-03'), 'month,category')
  t.is(readGroup({}, '2026'), 'month,category')
  t.is(readGroup({}, 'all'), 'month,category')
  t.is(readGroup({ group: 'none' }, '2026'), 'none')
  t.is(readGroup({ group: 'colour' }, '2026-11'), 'category')
})

test('changes are those since the period ended, or those of the last week while it has not', (t) => {
  t.is(readSince({}, { ...november, period: '2026-10' }, noon), instantOf('2026-10-31T23:59'))
  t.is(readSince({}, november, noon), instantOf('2026-11-16T23:59'))
  t.is(readSince({}, { ...november, period: 'all' }, noon), instantOf('2026-11-16T23:59'))
})

test('as known at an earlier moment the period may not have ended yet', (t) => {
  const asOf = '2026-10-20T10:00:00Z'
  t.is(readSince({}, { ...november, period: '2026-10', asOf }, noon), instantOf('2026-10-13T23:59'))
})

test('since when is what the address says, be it a position or an instant; what is neither does not count', (t) => {
  t.is(readSince({ since: '125' }, november, noon), '125')
  t.is(readSince({ since: '2026-04-01T00:00:00Z' }, november, noon), '2026-04-01T00:00:00Z')
  t.is(readSince({ since: 'yesterday' }, november, noon), readSince({}, november, noon))
})

test('a file is called by its report and period, and by the event if it is not as of now', (t) => {
  t.is(fileName('spending', november, 7), 'spending-2026-11.csv')
  t.is(
    fileName('statement', { ...november, period: '2026-11-03..2026-11-09' }, 7),
    'statement-2026-11-03-to-2026-11-09.csv',
  )
  t.is(fileName('changes', { ...november, period: 'all', asOf: '2026-11-23T12:00:00Z' }, 7), 'changes-all-at-7.csv')
})

test('a link that shows the same for ever says what goes without saying today', (t) => {
  const said = { report: 'spending', group: 'category' }
  t.is(
    fixedAddress(ana, november, 1204, said),
    `/reports?report=spending&group=category&user=${ana}&period=2026-11&asOf=1204`,
  )
  t.true(fixedAddress(ana, { ...november, whose: UserId.parse(ben) }, 5, {}).includes(`user=${ben}`))
  t.true(fixedAddress(ana, { ...november, whose: 'all' }, 5, {}).includes('user=all'))
})
