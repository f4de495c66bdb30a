import { createHash } from 'node:crypto'
import test from 'ava'
import { canonical } from '../../../src/events/log/canonical.ts'
import { canonicalEvent, leafHash, type StoredEvent } from '../../../src/events/log/leaf-hash.ts'
import { ana, food, lunch, noon } from '../../examples.ts'

const stored: StoredEvent = {
  position: 7,
  stream: `expense-${lunch}`,
  version: 2,
  type: 'ExpenseRecorded',
  userId: ana,
  commandId: food,
  commandIndex: 1,
  actorId: ana,
  recordedAt: noon,
  data: '{"amount":1250,"note":"€ \\"quoted\\"","sealed":"AAAA"}',
  metadata: '{"correlationId":"a request","origin":"web"}',
}

/** The event as one JSON object, with `data` and `metadata` as nested objects. */
function asObject(event: StoredEvent) {
  return { ...event, data: JSON.parse(event.data) as never, metadata: JSON.parse(event.metadata) as never }
}

for (const [who, actorId] of [
  ['a user', ana],
  ['nobody', null],
] as const) {
  test(`the hash of an event by ${who} is that of a zero byte and its canonical JSON`, (t) => {
    const event = { ...stored, actorId }
    const text = canonical(asObject(event))
    t.is(canonicalEvent(event), text)
    t.is(leafHash(event), createHash('sha256').update(Buffer.of(0)).update(text, 'utf8').digest('hex'))
  })
}

test('nothing of an event can change without its hash', (t) => {
  const others: { [F in keyof StoredEvent]: StoredEvent[F] } = {
    position: 8,
    stream: `expense-${food}`,
    version: 3,
    type: 'ExpenseAmended',
    userId: food,
    commandId: ana,
    commandIndex: 0,
    actorId: null,
    recordedAt: noon.replace('000000Z', '000001Z') as typeof noon,
    data: '{}',
    metadata: '{}',
  }
  const hashes = Object.entries(others).map(([field, value]) => leafHash({ ...stored, [field]: value }))
  t.is(new Set([leafHash(stored), ...hashes]).size, 12)
})

test('the hash is the same for ever', (t) => {
  t.is(leafHash(stored), '8ae205441e454e185985b1fbdd65845f039e2ec82ff412426ab9cb50606542aa')
})
