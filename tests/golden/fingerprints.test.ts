import test from 'ava'
import * as z from 'zod'
import { eventSchemas, type EventType } from '../../src/events/event.ts'
import { schemaOf } from '../../src/events/log/upcasts.ts'
import { readFingerprints } from './files.ts'
import { fingerprint, problemOf } from './fingerprints.ts'

const kept = readFingerprints()
const { CategoryAdded, UserDeleted } = eventSchemas

for (const type of Object.keys(eventSchemas) as EventType[]) {
  test(`${type} is what it was, or is lifted to what it is`, (t) => {
    t.is(problemOf(type, schemaOf(type), fingerprint(eventSchemas[type]), kept), undefined)
  })
}

const { colour, name } = CategoryAdded.shape
const changed: { [change: string]: z.ZodType } = {
  'a new field': CategoryAdded.extend({ icon: z.string() }),
  'a new field that may be missing': CategoryAdded.extend({ icon: z.string().optional() }),
  'a field less': CategoryAdded.omit({ colour: true }),
  'a field that may be missing': CategoryAdded.partial({ colour: true }),
  'another type': CategoryAdded.extend({ colour: z.int() }),
  'a stricter text': CategoryAdded.extend({ name: name.max(50) }),
  'a looser text': CategoryAdded.extend({ name: z.string() }),
  'one more rule': CategoryAdded.extend({ name: name.refine((text) => text !== 'Misc') }),
  'fields that nobody knows': CategoryAdded.loose(),
}
for (const [change, schema] of Object.entries(changed)) {
  test(`a change that is noticed: ${change}`, (t) => {
    t.not(fingerprint(schema), fingerprint(CategoryAdded))
  })
}

test('fields in another order are no change', (t) => {
  const { type, categoryId, userId } = CategoryAdded.shape
  t.is(fingerprint(z.strictObject({ colour, name, userId, categoryId, type })), fingerprint(CategoryAdded))
})

test('a changed shape without an upcaster is told with what is to be done', (t) => {
  const problem = problemOf('UserDeleted', 1, fingerprint(UserDeleted.extend({ reason: z.string() })), kept)
  t.is(
    problem,
    `UserDeleted is not what it was, and the log is full of those that are. Three things are to be done:
  1. in src/events/log/upcasts.ts, say how the data of schema 1 becomes that of schema 2
  2. keep a ledger with the new shape as golden files: npm run golden
  3. keep the new fingerprint in tests/golden/schemas.json: npm run golden does this too`,
  )
})

test('with an upcaster, the new shape still wants its fingerprint kept', (t) => {
  const now = fingerprint(UserDeleted.extend({ reason: z.string() }))
  t.is(problemOf('UserDeleted', 2, now, kept), 'UserDeleted has no fingerprint of schema 2: npm run golden writes it')
  t.is(problemOf('UserDeleted', 2, now, { UserDeleted: { 1: '…', 2: now } }), undefined)
})
