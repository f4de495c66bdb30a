import test from 'ava'
import fc from 'fast-check'
import { Sort } from '../../../../src/web/api.ts'
import { exportAddress } from '../../../../src/web/client/expenses/export-address.ts'
import { filtersOf } from '../../../../src/web/client/expenses/filter-by.ts'
import {
  addressOf,
  isNarrowed,
  queryOf,
  readFilter,
  sortedBy,
  type Filter,
} from '../../../../src/web/client/expenses/filter.ts'
import { ana, ben, EUR, monday } from '../../../examples.ts'
import { coffee } from '../examples.ts'

const usual = readFilter({}, monday)

test('an address without a word shows this month, one’s own, newest first', (t) => {
  const deleted = 'false'
  t.deepEqual(usual, {
    ...{ period: '2026-11', asOf: undefined, whose: 'own' as const },
    ...{ q: '', category: '', min: undefined, max: undefined, currency: undefined, batch: undefined },
    ...{ deleted, sort: '-date' as const },
  })
  t.deepEqual(queryOf(usual, ana), { from: '2026-11-01', to: '2026-11-30', sort: '-date', deleted, user: ana })
  t.is(addressOf(usual, monday), '/expenses')
})
test('what an address says wrongly is as usual', (t) => {
  const wrong = {
    period: '2026-13',
    asOf: 'yesterday',
    sort: 'name',
    deleted: 'maybe',
    user: 'ben',
    min: 'few',
    currency: 'eur',
    batch: 'mine',
  }
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
test('amounts and a currency are asked for without needless zeros', (t) => {
  const filter = readFilter({ min: '0020.50', max: '-0', currency: 'EUR' }, monday)
  t.like(queryOf(filter, ana), { min: '20.5', max: '0', currency: 'EUR' })
})
test('only more than the period narrows', (t) => {
  t.false(isNarrowed({ ...usual, period: 'all', deleted: 'all', sort: 'amount' }))
  t.true(isNarrowed({ ...usual, q: 'rent' }))
  t.true(isNarrowed({ ...usual, category: 'Home' }))
  t.true(isNarrowed({ ...usual, deleted: 'true' }))
  t.true(isNarrowed({ ...usual, max: '0' }))
  t.true(isNarrowed({ ...usual, currency: EUR }))
  t.true(isNarrowed({ ...usual, batch: ana }))
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
  min: fc.constantFrom(undefined, '-3.5', '20.0001'),
  max: fc.constantFrom(undefined, '0', '100'),
  currency: fc.constantFrom(undefined, EUR),
  batch: fc.constantFrom(undefined, ben),
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
test('the export has the filters and the order of the list, and no pages', (t) => {
  const query = { user: ana, from: '2026-11-01', q: 'a&b', sort: '-amount', limit: '50', totals: 'true' } as const
  t.is(exportAddress(query), `/api/expenses.csv?user=${ana}&from=2026-11-01&q=a%26b&sort=-amount`)
  t.is(exportAddress({}), '/api/expenses.csv')
})

test('an expense can be filtered by whatever a cell of it shows; by its person only where several are', (t) => {
  const ways = (whose: Filter['whose']) => filtersOf(coffee, { whose }).map(({ changed }) => changed)
  t.deepEqual(ways('own'), [
    { category: 'Groceries' },
    { period: '2026-11-23..2026-11-23' },
    { q: 'Coffee beans' },
    { min: '16.50', max: '16.50', currency: EUR },
  ])
  t.deepEqual(ways('all').at(-1), { whose: ana })
})
