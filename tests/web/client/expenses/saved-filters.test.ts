import test from 'ava'
import { SavedFilter } from '../../../../src/web/api/preferences.ts'
import { readFilter, type Filter } from '../../../../src/web/client/expenses/filter.ts'
import {
  appliedBy,
  savedAs,
  withoutSaved,
  withRenamed,
  withSaved,
} from '../../../../src/web/client/expenses/saved-filters.ts'
import { ana, ben, EUR, monday } from '../../../examples.ts'

const usual = readFilter({}, monday)
const narrowed: Filter = {
  ...{ ...usual, period: '2025', asOf: '17', q: 'bread', category: 'Groceries', min: '20.0001', currency: EUR },
  ...{ deleted: 'all', sort: '-amount' },
}

test('a filter that is kept comes back in any period', (t) => {
  for (const whose of ['own', 'all', ben] as const) {
    const saved = savedAs('Bread', { ...narrowed, whose }, ana)
    t.deepEqual(SavedFilter.parse(saved), saved)
    t.deepEqual({ ...usual, ...appliedBy(saved, ana) }, { ...narrowed, whose, period: '2026-11', asOf: undefined })
  }
})
test('what a kept filter does not say is as usual', (t) => {
  const saved = savedAs('Mine', usual, ana)
  t.deepEqual({ ...narrowed, ...appliedBy(saved, ana) }, { ...usual, period: '2025', asOf: '17' })
})
test('a filter of the same name takes the place of the older one', (t) => {
  const [one, two] = [savedAs('One', usual, ana), savedAs('Two', usual, ana)]
  const again = savedAs('ONE ', narrowed, ana)
  t.deepEqual(withSaved([one, two], again), [again, two])
  t.deepEqual(withSaved([one], two), [one, two])
  t.deepEqual(withoutSaved([one, two], 'One'), [two])
})
test('two filters are never called the same', (t) => {
  const [one, two] = [savedAs('One', usual, ana), savedAs('Two', usual, ana)]
  t.is(withRenamed([one, two], 'One', 'two'), undefined)
  t.deepEqual(
    withRenamed([one, two], 'One', 'one')?.map(({ name }) => name),
    ['one', 'Two'],
  )
})
