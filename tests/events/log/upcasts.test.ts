import test from 'ava'
import type { EventType } from '../../../src/events/event.ts'
import { fromStored, toStoredMetadata } from '../../../src/events/log/stored-events.ts'
import { schemaOf, upcast, upcasts } from '../../../src/events/log/upcasts.ts'
import { ana, foodAdded, metadata } from '../../examples.ts'

// As if a category had once had a tint and then a tone. This file's process is its own: nobody else sees it.
const renamed = (from: string, to: string) => (data: Record<string, unknown>) => {
  const { [from]: value, ...rest } = data
  return { ...rest, [to]: value }
}
Object.assign(upcasts, { CategoryAdded: [renamed('tint', 'tone'), renamed('tone', 'colour')] })

test('an old shape is lifted to today’s, from whichever it is', (t) => {
  const today = { colour: '#3d9068' }
  t.deepEqual(upcast('CategoryAdded', 1, { tint: '#3d9068' }), today)
  t.deepEqual(upcast('CategoryAdded', 2, { tone: '#3d9068' }), today)
  t.deepEqual(upcast('CategoryAdded', 3, today), today)
})

test('what was never another shape stays as it is', (t) => {
  t.deepEqual(upcast('UserDeleted', 1, { tint: '#3d9068' }), { tint: '#3d9068' })
})

test('an event that was stored in an old shape is read in today’s', (t) => {
  const row = { type: 'CategoryAdded', stream: `category-${foodAdded.categoryId}`, userId: ana }
  for (const [schema, field] of [
    [1, 'tint'],
    [2, 'tone'],
    [3, 'colour'],
  ] as const) {
    t.deepEqual(fromStored({ ...row, data: `{"${field}":"#3d9068","name":"Food"}` }, schema, undefined), foodAdded)
  }
})

test('a new event says its schema where it is not the first', (t) => {
  const schemas: [EventType, number][] = [
    ['CategoryAdded', 3],
    ['UserDeleted', 1],
  ]
  for (const [type, schema] of schemas) t.is(schemaOf(type), schema)
  t.is(toStoredMetadata(metadata, 'CategoryAdded'), '{"correlationId":"a request","origin":"web","schema":3}')
  t.is(toStoredMetadata(metadata, 'UserDeleted'), '{"correlationId":"a request","origin":"web"}')
})
