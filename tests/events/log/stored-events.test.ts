import test from 'ava'
import fc from 'fast-check'
import { streamOf, type LedgerEvent } from '../../../src/events/event.ts'
import { canonical } from '../../../src/events/log/canonical.ts'
import { SEALED } from '../../../src/events/log/shapes.ts'
import { fromStored, toStoredData, toStoredMetadata, type StoredRow } from '../../../src/events/log/stored-events.ts'
import type { Data } from '../../../src/events/log/upcasts.ts'
import { personalFields } from '../../../src/events/personal.ts'
import {
  anaChanged,
  anaRegistered,
  foodRestored,
  lunchAmended,
  lunchDeleted,
  lunchRecorded,
  metadata,
  oneOfEach,
} from '../../examples.ts'

const key = Buffer.alloc(32, 7)

function stored(event: LedgerEvent) {
  const stream = streamOf(event)
  const text = toStoredData(event, stream, key)
  return { type: event.type, stream, userId: event.userId, text, data: JSON.parse(text) as Data }
}

for (const event of Object.values(oneOfEach)) {
  test(`${event.type}: what is stored can be read again`, (t) => {
    t.deepEqual(fromStored(stored(event), 1, key), event)
  })

  test(`${event.type}: what is stored is canonical`, (t) => {
    const { text, data } = stored(event)
    t.is(canonical(data), text)
  })

  test(`${event.type}: nothing personal can be read in what is stored`, (t) => {
    const { text, data } = stored(event)
    const texts = personalTexts(event)
    t.is(texts.length > 0, 'sealed' in data)
    for (const personal of texts) t.false(text.includes(personal), personal)
    for (const field of personalFields[event.type]) t.false(field in data, field)
  })

  test(`${event.type}: without the key it is an event still, without what is personal`, (t) => {
    const read = fromStored(stored(event), 1, 'sealed')
    t.is(read.type, event.type)
    for (const text of personalTexts(event)) t.false(JSON.stringify(read).includes(text), text)
  })

  if (personalTexts(event).length === 0) continue
  test(`${event.type}: another key does not open it`, (t) => {
    t.throws(() => fromStored(stored(event), 1, Buffer.alloc(32, 8)))
  })
}

test('whatever a person writes, it is sealed and comes back', (t) => {
  const text = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 }).filter((one) => one.trim().length > 11)
  fc.assert(
    fc.property(text, text, (from, to) => {
      const events = [
        { ...lunchRecorded, description: from },
        { ...lunchAmended, changes: { ...lunchAmended.changes, description: { from, to } } },
        { ...anaRegistered, name: from, email: to },
      ]
      for (const event of events) {
        const row = stored(event)
        if (row.text.includes(from) || row.text.includes(to)) throw new Error(row.text)
        t.deepEqual(fromStored(row, 1, key), event)
      }
    }),
  )
})

test('what is not personal can be read without any key', (t) => {
  t.deepEqual(stored({ ...lunchAmended, changes: { amount: lunchAmended.changes.amount } }).data, {
    changes: { amount: { from: 1250, to: 990 } },
    facts: { amount: 1250, categoryId: lunchAmended.facts.categoryId, currency: 'EUR', date: '2026-11-23' },
  })
  t.like(fromStored(stored(lunchRecorded), 1, 'sealed'), { amount: 1250, description: SEALED })
  t.like(fromStored(stored(anaRegistered), 1, 'sealed'), { role: 'admin', name: SEALED, email: SEALED })
})

test('a change of something personal is not there without the key', (t) => {
  t.deepEqual(fromStored(stored(anaChanged), 1, 'sealed'), {
    ...anaChanged,
    changes: { currency: anaChanged.changes.currency },
  })
  t.deepEqual(fromStored(stored(foodRestored), 1, 'sealed'), { ...foodRestored, changes: {} })
})

test('of somebody who was erased it says so, wherever there were words', (t) => {
  t.like(fromStored(stored(lunchRecorded), 1, 'erased'), { amount: 1250, description: 'erased' })
  t.like(fromStored(stored(anaRegistered), 1, 'erased'), { role: 'admin', name: 'erased', email: 'erased' })
  const changes = { ...lunchAmended.changes, description: { from: 'erased', to: 'erased' } }
  t.deepEqual(fromStored(stored(lunchAmended), 1, 'erased'), { ...lunchAmended, changes })
  // Whether it was the name or the address that changed nobody can say any more.
  t.deepEqual(fromStored(stored(anaChanged), 1, 'erased'), {
    ...anaChanged,
    changes: { currency: anaChanged.changes.currency },
  })
  t.deepEqual(fromStored(stored(lunchDeleted), 1, 'erased'), lunchDeleted)
})

test('a sealed event cannot be passed off as that of another stream', (t) => {
  const row = stored(lunchRecorded)
  t.throws(() => fromStored({ ...row, stream: row.stream.replace(/.$/, '0') }, 1, key))
})

test('a shape that is not known is not read', (t) => {
  const refused = (row: StoredRow, message: string, schema = 1) => {
    t.throws(() => fromStored(row, schema, key), { message })
  }
  const [restored, lunch] = [stored(oneOfEach.UserRestored), stored(lunchRecorded)]
  const { amount: _amount, ...rest } = lunch.data
  refused({ ...restored, type: 'UserVanished' }, 'This release knows no UserVanished')
  refused({ ...restored, type: 'toString' }, 'This release knows no toString')
  refused({ ...restored, data: { note: 'x' } }, 'UserRestored with more than this release knows: note')
  refused({ ...lunch, data: rest }, 'ExpenseRecorded without amount')
  for (const schema of [0, 2]) {
    refused(lunch, `This release knows ExpenseRecorded up to schema 1, not schema ${schema}`, schema)
  }
})

test('metadata is kept as it is, in canonical order', (t) => {
  t.is(
    toStoredMetadata({ origin: 'import', correlationId: 'x', batch: 'b' }, 'UserDeleted'),
    '{"batch":"b","correlationId":"x","origin":"import"}',
  )
  t.is(toStoredMetadata(metadata, 'UserDeleted'), '{"correlationId":"a request","origin":"web"}')
})

/** Every text of `event` that a person wrote. */
function personalTexts(event: LedgerEvent): string[] {
  const holders = [event, 'changes' in event ? event.changes : {}] as { [field: string]: unknown }[]
  const values = holders.flatMap((holder) => personalFields[event.type].map((field) => holder[field]))
  return values.flatMap((value) => {
    if (typeof value === 'string') return [value]
    return value === undefined ? [] : Object.values(value as { from: string; to: string })
  })
}
