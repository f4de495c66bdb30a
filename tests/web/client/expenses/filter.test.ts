import test from 'ava'
import fc from 'fast-check'
import { Sort } from '../../../../src/web/api.ts'
import {
  addressOf,
  isNarrowed,
  queryOf,
  readFilter,
  sortedBy,
  type Filter,
} from '../../../../src/web/client/expenses/filter.ts'
import { ana, ben, monday } from '../../../examples.ts'

const usual = readFilter({}, monday)

test('an address without a word shows this month, one’s own, newest first', (t) => {
  const deleted = 'false'
  t.deepEqual(usual, {
    ...{ period: '2026-11', asOf: undefined, whose: 'own' as const },
    ...{ q: '', category: '', deleted, sort: '-date' as const },
  })
  t.deepEqual(queryOf(usual, ana), { from: '2026-11-01', to: '2026-11-30', sort: '-date', deleted, user: ana })
  t.is(addressOf(usual, monday), '/expenses')
})
test('what an address says wrongly is as usual', (t) => {
  const wrong = { period: '2026-13', asOf: 'yesterday', sort: 'name', deleted: 'maybe', user: 'ben' }
  t.deepEqual(readFilter(wrong, monday), usual)
})
test('everybody’s expenses are asked for without a user, another’s with theirs', (t) => {
  t.false('user' in queryOf({ ...usual, whose: 'all' }, ana))
  t.is(queryOf({ ...usual, whose: ben }, ana).user, ben)
  t.is(queryOf({ ...usual, asOf: '17' }, ana).asOf, '17')
})
test('all time has no first and no last day', (t) => {
  const query = queryOf({ ...usual, period: 'all', q: ' rent ', category: 'Home' }, ana)
  t.deepEqual(query, { sort: '-date', deleted: 'false', user: ana, q: 'rent', category: 'Home' })
})
test('only more than the period narrows', (t) => {
  t.false(isNarrowed({ ...usual, period: 'all', deleted: 'all', sort: 'amount' }))
  t.true(isNarrowed({ ...usual, q: 'rent' }))
  t.true(isNarrowed({ ...usual, category: 'Home' }))
  t.true(isNarrowed({ ...usual, deleted: 'true' }))
})
test('sorting by the same column turns it round; another one begins with what people look for', (t) => {
  t.is(sortedBy('date', '-date'), 'date')
  t.is(sortedBy('date', 'date'), '-date')
  t.is(sortedBy('amount', '-date'), '-amount')
})

const filters: fc.Arbitrary<Filter> = fc.record({
  period: fc.constantFrom<Filter['period']>('all', '2026-11', '2025-01', '2024', '2026-02-03..2026-02-09'),
  asOf: fc.constantFrom(undefined, '17', '2026-11-18T20:30:59.999999Z'),
  q: fc.string(),
  category: fc.string(),
  deleted: fc.constantFrom('false' as const, 'true' as const, 'all' as const),
  sort: fc.constantFrom(...Sort.options),
  whose: fc.constantFrom<Filter['whose']>('own', 'all', ben),
})
test('any filter comes back from its address', (t) => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { searchParams } = new URL(addressOf(filter, monday), 'http://localhost')
      t.deepEqual(readFilter(Object.fromEntries(searchParams), monday), filter)
    }),
  )
})
