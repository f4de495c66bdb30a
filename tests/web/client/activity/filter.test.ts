import test from 'ava'
import { isNarrowed, readTrailFilter, trailAddress, trailQuery } from '../../../../src/web/client/activity/filter.ts'
import { peopleIn } from '../../../../src/web/client/activity/people-in.ts'
import { startOf, usualTimes } from '../../../../src/web/client/activity/times.ts'
import { readScope } from '../../../../src/web/client/scope/scope.ts'
import { ana, ben, lunch } from '../../../examples.ts'
import { anaUser, benUser } from '../examples.ts'
import { batch, lunchEntry } from './examples.ts'

const read = (query: Record<string, string>) => readTrailFilter(query, readScope(query, '2026-11-23'))

test('the filter lives in the address', (t) => {
  const address =
    `/activity?user=${ben}&asOf=7&from=2026-11-01T00%3A00%3A00.000000Z&to=2026-11-23T12%3A00%3A00.000000Z` +
    `&actor=${ana}&type=ExpenseDeleted`
  t.is(trailAddress(read(Object.fromEntries(new URL(address, 'http://ledger').searchParams))), address)
  t.is(trailAddress(read({})), '/activity')
})
test('what the address says wrongly does not count', (t) => {
  const wrong = { actor: 'Ana', type: 'ExpensePaid', from: 'yesterday', to: '', expense: '1', batch: 'all' }
  t.deepEqual(trailQuery(read(wrong), ana), { user: ana })
})
test('an end before the beginning does not count', (t) => {
  const { from, to } = read({ from: '2026-11-23T12:00:00Z', to: '2026-11-22T12:00:00Z' })
  t.deepEqual([from, to], ['2026-11-23T12:00:00.000000Z', undefined] as never)
})
test('one’s own, everybody’s, or one other person’s', (t) => {
  t.deepEqual(trailQuery(read({}), ana), { user: ana })
  t.deepEqual(trailQuery(read({ user: 'all' }), ana), {})
  t.deepEqual(trailQuery(read({ user: ben }), ana), { user: ben })
})
test('one expense and one batch are shown whoever’s they are', (t) => {
  t.deepEqual(trailQuery(read({ expense: lunch }), ana), { expense: lunch })
  t.deepEqual(trailQuery(read({ batch, asOf: '12' }), ana), { batch, asOf: '12' })
})
test('whose it is narrows nothing, all else does', (t) => {
  t.false(isNarrowed(read({ user: ben, asOf: '12' })))
  t.true(isNarrowed(read({ type: 'UserDeleted' })))
})
test('whoever may have done something can be chosen, by the name of now', (t) => {
  const renamed = { ...lunchEntry, actor: { id: ben, name: 'Benjamin' }, now: { [ben]: 'Ben' } }
  t.deepEqual(peopleIn(anaUser, [], [renamed]), [
    { id: ana, name: anaUser.name },
    { id: ben, name: 'Ben' },
  ])
  t.deepEqual(
    peopleIn(anaUser, [anaUser, benUser], [lunchEntry]).map(({ name }) => name),
    [anaUser.name, benUser.name],
  )
})
test('times begin with a day on the person’s own clock', (t) => {
  const now = new Date(2026, 10, 23, 16, 45)
  t.deepEqual(usualTimes(now), [
    { name: 'today', from: '2026-11-23T00:00' },
    { name: 'week', from: '2026-11-17T00:00' },
    { name: 'month', from: '2026-10-25T00:00' },
  ])
  t.is(startOf('2026-11-23T16:45'), new Date(2026, 10, 23, 16, 45).toISOString())
})
