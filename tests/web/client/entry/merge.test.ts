import test from 'ava'
import { changedFields, merged, valuesOf } from '../../../../src/web/client/entry/merge.ts'
import { coffee } from '../examples.ts'

const started = valuesOf(coffee)

test('what only they changed is taken over', (t) => {
  const { values, theirs, both } = merged(started, started, { ...started, amount: '20.00' })
  t.is(values.amount, '20.00')
  t.deepEqual(theirs, ['amount'])
  t.deepEqual(both, [])
})
test('what was typed here is kept, also where they changed the same', (t) => {
  const typed = { ...started, amount: '17.00', description: 'Beans' }
  const { values, theirs, both } = merged(started, typed, { ...started, amount: '20.00', date: '2026-11-20' })
  t.deepEqual(values, { ...started, amount: '17.00', description: 'Beans', date: '2026-11-20' })
  t.deepEqual(theirs, ['amount', 'date'])
  t.deepEqual(both, ['amount'])
})
test('only the fields that differ have changed', (t) => {
  t.deepEqual(changedFields(started, { ...started, category: 'Travel' }), ['category'])
  t.deepEqual(changedFields(started, started), [])
})
test('where both changed the same to the same there is nothing to choose', (t) => {
  const same = { ...started, amount: '17.00' }
  t.deepEqual(merged(started, same, same).both, [])
})
