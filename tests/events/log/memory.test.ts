import test from 'ava'
import type { Stream } from '../../../src/events/event.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { writersMemory, type WritersMemory } from '../../../src/events/log/memory.ts'
import type { StoredClaim, Wanted } from '../../../src/events/log/plan.ts'
import { dinner, lunch } from '../../examples.ts'

const [mine, foreign] = [expenseStream(lunch), expenseStream(dinner)]
const address: StoredClaim = { kind: 'email', value: 'ana', key: 'email ana' }
const other: StoredClaim = { kind: 'email', value: 'ben', key: 'email ben' }
const admin: StoredClaim = { kind: 'admin', value: 'ana', key: 'admin ana' }
const nothing: Wanted = { events: [], guards: [], take: [], release: [] }

/** A writer that found the head at 10 and then appended to `mine`, taking `address`: the head is at 11. */
function remembering(): WritersMemory {
  const memory = writersMemory()
  memory.restart(10)
  memory.committed({ ...nothing, events: [{ stream: mine }], take: [{ claim: address, stream: mine }] }, [4], 11)
  return memory
}

test('what this process did is known, whatever was seen before', (t) => {
  const { known } = remembering()
  t.is(known.version(mine, 3, 1), 4)
  t.is(known.holder(address, 3, null), mine)
  t.is(known.holder(address, undefined, null), mine)
})

test('what was seen since then, and not touched by us, is still so', (t) => {
  const { known } = remembering()
  t.is(known.version(foreign, 10, 7), 7)
  t.is(known.version(foreign, Infinity, 0), 0)
  t.is(known.holder(other, 10, foreign), foreign)
  t.is(known.holder(other, 11, null), null)
  t.is(known.others(admin, 10), true)
})

test('what was seen before then is not known', (t) => {
  const { known } = remembering()
  t.is(known.version(foreign, 9, 7), undefined)
  t.is(known.holder(other, 9, foreign), undefined)
  t.is(known.others(admin, 9), undefined)
})

test('a claim that is only to be taken is taken for free: the primary key settles it', (t) => {
  t.is(remembering().known.holder(other, undefined, null), null)
})

test('whether others of a kind remain is not known once any of that kind was touched', (t) => {
  const memory = remembering()
  t.is(memory.known.others(other, 11), undefined)
  t.is(memory.known.others(admin, 11), true)
  memory.committed({ ...nothing, release: [admin] }, [], 12)
  t.is(memory.known.others(admin, 12), undefined)
})

test('what an append relied on held, and is known from then on, however long ago it was seen', (t) => {
  const memory = remembering()
  const guards = [
    { stream: foreign, version: 7, seenAt: 3 },
    { claim: other, holder: foreign, seenAt: 3 },
  ]
  memory.committed({ ...nothing, guards }, [], 12)
  t.is(memory.known.version(foreign, 3, 7), 7)
  t.is(memory.known.version(foreign, 3, 6), 7)
  t.is(memory.known.holder(other, 3, foreign), foreign)
  // That it is held does not say that it came or went.
  t.is(memory.known.others(address, 12), undefined)
  t.is(memory.known.others(admin, 12), true)
})

test('what an append relied on is what it was before its own events', (t) => {
  const memory = remembering()
  const guards = [
    { stream: foreign, version: 7, seenAt: 10 },
    { claim: other, holder: null, seenAt: 10 },
  ]
  const take = [{ claim: other, stream: foreign }]
  memory.committed({ ...nothing, events: [{ stream: foreign }], guards, take }, [8], 12)
  t.is(memory.known.version(foreign, 10, 7), 8)
  t.is(memory.known.holder(other, 10, null), foreign)
})

test('a stream that nobody looked at is not known for having been relied on', (t) => {
  const memory = remembering()
  memory.committed({ ...nothing, guards: [{ stream: foreign, version: 0, seenAt: Infinity }] }, [], 12)
  t.is(memory.known.version(foreign, 9, 7), undefined)
})

test('a claim that was given up is free', (t) => {
  const memory = remembering()
  memory.committed({ ...nothing, release: [address] }, [], 12)
  t.is(memory.known.holder(address, 11, mine), null)
})

test('after somebody else has appended, only what is seen from there on counts', (t) => {
  const memory = remembering()
  memory.restart(20)
  t.is(memory.known.version(mine, 11, 4), undefined)
  t.is(memory.known.holder(address, 11, mine), undefined)
  t.is(memory.known.version(mine, 20, 5), 5)
  t.is(memory.known.others(other, 20), true)
})

test('much later the oldest is forgotten, and nothing is taken for known that is not', (t) => {
  const memory = remembering()
  let head = 11
  const appendMany = (name: string, count: number) => {
    for (let index = 0; index < count; index++) {
      memory.committed({ ...nothing, events: [{ stream: `expense-${name}${index}` as Stream }] }, [1], ++head)
    }
  }
  // Half of what is kept: `mine` is still known.
  appendMany('a', 49_998)
  const half = head
  t.is(memory.known.version(mine, 0, 1), 4)
  appendMany('b', 49_000)
  t.is(memory.known.version(mine, 0, 1), 4)
  t.is(memory.known.holder(address, 0, null), mine)
  t.is(memory.known.version(foreign, 10, 7), 7)
  // The other half, too: `mine` is forgotten, and so is whatever was seen before that.
  appendMany('c', 1_000)
  t.is(memory.known.version(mine, 11, 4), undefined)
  t.is(memory.known.holder(address, 11, mine), undefined)
  t.is(memory.known.version(foreign, half - 1, 7), undefined)
  t.is(memory.known.version(foreign, half, 7), 7)
  t.is(memory.known.version('expense-b0' as Stream, 0, 0), 1)
  t.is(memory.known.others(other, head), true)
})
