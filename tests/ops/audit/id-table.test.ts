import test from 'ava'
import fc from 'fast-check'
import { newId } from '../../../src/events/ids.ts'
import { openIdTable } from '../../../src/ops/audit/id-table.ts'

test('it keeps the last number of each id, as a map does', (t) => {
  const few = fc
    .integer({ min: 0, max: 40 })
    .map((number) => `01970000-0000-7000-8000-${String(number).padStart(12, '0')}`)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(few, fc.uuid()), fc.integer({ min: 1 })), { maxLength: 200 }), (puts) => {
      const [table, map] = [openIdTable(), new Map<string, number>()]
      for (const [id, number] of puts) {
        t.is(table.put(id, number), map.get(id) ?? 0)
        map.set(id, number)
      }
    }),
  )
})

test('it grows with what is in it, and forgets nothing', (t) => {
  const table = openIdTable()
  const ids = Array.from({ length: 20_000 }, () => newId())
  for (const [at, id] of ids.entries()) t.is(table.put(id, at + 1), 0)
  for (const [at, id] of ids.entries()) t.is(table.put(id, 1), at + 1)
})
