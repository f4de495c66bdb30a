import test from 'ava'
import type { EventType } from '../../../src/events/event.ts'
import { seal } from '../../../src/events/log/seals.ts'
import { SEALED } from '../../../src/events/log/shapes.ts'
import { fromStored, toStoredMetadata } from '../../../src/events/log/stored-events.ts'
import { schemaOf, upcast, type Data, type Upcasts } from '../../../src/events/log/upcasts.ts'
import { ana, foodAdded, metadata, travelAdded } from '../../examples.ts'
import { appendOf } from './appends.ts'
import { freshLog } from './fresh-log.ts'

const renamed = (from: string, to: string) => (data: Data) => {
  const { [from]: value, ...rest } = data
  return value === undefined ? rest : { ...rest, [to]: value }
}

/** As if a category had once had a label and a tint, then a tone. */
const upcasts: Upcasts = {
  CategoryAdded: [(data) => renamed('label', 'name')(renamed('tint', 'tone')(data)), renamed('tone', 'colour')],
}

test('an old shape is lifted to today’s, from whichever it is', (t) => {
  const today = { colour: '#3d9068', name: 'Food' }
  t.deepEqual(upcast('CategoryAdded', 1, { tint: '#3d9068', label: 'Food' }, upcasts), today)
  t.deepEqual(upcast('CategoryAdded', 2, { tone: '#3d9068', name: 'Food' }, upcasts), today)
  t.deepEqual(upcast('CategoryAdded', 3, today, upcasts), today)
})

test('a schema that only a later release knows is not read', (t) => {
  const message = 'This release knows CategoryAdded up to schema 3, not schema 4'
  t.throws(() => upcast('CategoryAdded', 4, {}, upcasts), { message })
  t.throws(() => upcast('UserDeleted', 2, {}, upcasts))
})

test('what was never another shape stays as it is', (t) => {
  t.deepEqual(upcast('UserDeleted', 1, { tint: '#3d9068' }, upcasts), { tint: '#3d9068' })
})

test('personal text of an old shape is lifted too, and stays sealed without the key', (t) => {
  const [key, stream] = [Buffer.alloc(32, 7), `category-${foodAdded.categoryId}`]
  const data = { tint: '#3d9068', sealed: seal('{"label":"Food"}', key, stream) }
  const row = { type: 'CategoryAdded', stream, userId: ana, data }
  t.deepEqual(fromStored(row, 1, key, upcasts), foodAdded)
  t.deepEqual(fromStored(row, 1, 'sealed', upcasts), { ...foodAdded, name: SEALED })
})

test('a new event says its schema where it is not the first', (t) => {
  const schemas: [EventType, number][] = [
    ['CategoryAdded', 3],
    ['UserDeleted', 1],
  ]
  for (const [type, schema] of schemas) t.is(schemaOf(type, upcasts), schema)
  t.is(toStoredMetadata(metadata, 'CategoryAdded', upcasts), '{"correlationId":"a request","origin":"web","schema":3}')
  t.is(toStoredMetadata(metadata, 'UserDeleted', upcasts), '{"correlationId":"a request","origin":"web"}')
})

test('a release that changes a shape reads old events in the new one, and writes new ones in it', async (t) => {
  const { log, another, rows } = await freshLog(t)
  await log.append(appendOf([foodAdded]))
  const stored = 'select data, metadata, hash from events where position = 1'
  const [before, [recorded]] = [await rows(stored), await log.readAfter(0, 1)]

  // As if colours were in upper case from now on, and names in quotation marks.
  const lift = (data: Data): Data => {
    const { colour, name, ...rest } = data as { [field: string]: string }
    return { ...rest, colour: colour?.toUpperCase(), ...(name !== undefined && { name: `“${name}”` }) }
  }
  const later = await another({ CategoryAdded: [lift] })
  await later.append(appendOf([{ ...travelAdded, colour: '#3B7DD8', name: '“Travel”' }]))

  const lifted = { ...recorded!, event: { ...foodAdded, colour: '#3D9068', name: '“Food”' } }
  t.deepEqual((await later.readAfter(0, 1))[0], lifted)
  t.deepEqual(await later.readStream(lifted.stream), [lifted])
  t.deepEqual((await later.readStreams([lifted.stream])).get(lifted.stream)?.events, [lifted])
  t.like((await later.readAfter(0, 1, { unsealed: false }))[0]?.event, { colour: '#3D9068', name: SEALED })
  t.deepEqual(await rows(stored), before)

  const [travel] = await later.readAfter(1, 1)
  t.like(travel, { metadata, event: { colour: '#3B7DD8', name: '“Travel”' } })
  const [{ schema }] = (await rows<{ schema: string }>(
    `select json_value(metadata, '$.schema') as \`schema\` from events where position = 2`,
  )) as [{ schema: string }]
  t.is(Number(schema), 2)
  await t.throwsAsync(log.readAfter(1, 1), { message: 'This release knows CategoryAdded up to schema 1, not schema 2' })
})
