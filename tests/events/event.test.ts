import test from 'ava'
import { LedgerEvent, streamOf } from '../../src/events/event.ts'
import { personalFields } from '../../src/events/personal.ts'
import { ana, food, lunch, oneOfEach } from '../examples.ts'

/** The types as the schema of all events has them. */
const types = LedgerEvent.options.flatMap(({ options }) => options.map(({ shape }) => shape.type.value)).sort()

test('of each type there is an example, which is what it should be', (t) => {
  t.deepEqual(Object.keys(oneOfEach).sort(), types)
  for (const event of Object.values(oneOfEach)) t.deepEqual(LedgerEvent.parse(event), event)
})

test('of each type it is said what is personal', (t) => {
  t.deepEqual(Object.keys(personalFields).sort(), types)
})

test('whatever a person can write is personal', (t) => {
  const written = ['name', 'email', 'description']
  for (const [type, event] of Object.entries(oneOfEach)) {
    const schema = LedgerEvent.options
      .flatMap(({ options }) => [...options])
      .find(({ shape }) => shape.type.value === type)
    const changes = schema && 'changes' in schema.shape ? schema.shape.changes.shape : {}
    const fields = Object.keys({ ...schema?.shape, ...changes }).filter((field) => written.includes(field))
    t.deepEqual([...personalFields[event.type]].sort() as string[], fields.sort(), type)
  }
})

test('an event belongs to the stream of what it is about', (t) => {
  for (const event of Object.values(oneOfEach)) {
    const expense = event.type.startsWith('Expense') && `expense-${lunch}`
    const category = event.type.startsWith('Category') && `category-${food}`
    const about = expense || category || `user-${ana}`
    t.is(streamOf(event), about as ReturnType<typeof streamOf>)
  }
})

test('an event has no more than its fields', (t) => {
  for (const event of Object.values(oneOfEach))
    t.false(LedgerEvent.safeParse({ ...event, note: 'more' }).success, event.type)
})
