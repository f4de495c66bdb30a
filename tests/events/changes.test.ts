import test from 'ava'
import fc from 'fast-check'
import * as z from 'zod'
import { changesBetween, changesOf, isEmpty, newest } from '../../src/events/changes.ts'

const field = fc.constantFrom('Food', 'Travel', 12, 0)
const fields = fc.record({ name: field, amount: field, date: field })

test('applying what changed makes what was wanted', (t) => {
  fc.assert(
    fc.property(fields, fields, (current, wanted) => {
      t.deepEqual({ ...current, ...newest(changesBetween(current, wanted)) }, wanted)
    }),
  )
})

test('what was is what the changes start from', (t) => {
  fc.assert(
    fc.property(fields, fields, (current, wanted) => {
      const changes = changesBetween(current, wanted)
      for (const [name, change] of Object.entries(changes)) t.is(change?.from, current[name as keyof typeof current])
    }),
  )
})

test('only what differs has changed', (t) => {
  t.deepEqual(changesBetween({ name: 'Food', amount: 12 }, { name: 'Food', amount: 13 }), {
    amount: { from: 12, to: 13 },
  })
})

test('what nobody wants stays', (t) => {
  t.true(isEmpty(changesBetween({ name: 'Food', amount: 12 }, { name: undefined })))
  t.true(isEmpty(changesBetween({ name: 'Food' }, {})))
})

test('changes are of known fields, with both what was and what is', (t) => {
  const Changes = changesOf({ name: z.string(), amount: z.int() })
  for (const good of [{}, { name: { from: 'a', to: 'b' } }, { amount: { from: 1, to: 2 } }])
    t.deepEqual(Changes.parse(good), good)
  for (const bad of [
    { colour: { from: 'a', to: 'b' } },
    { name: { to: 'b' } },
    { name: { from: 'a', to: 1 } },
    { name: 'b' },
  ])
    t.false(Changes.safeParse(bad).success)
})
