import test from 'ava'
import { categoryStream } from '../../../src/events/category.ts'
import type { Stream } from '../../../src/events/event.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import {
  plan,
  type Known,
  type StoredClaim,
  type StoredGuard,
  type Verdict,
  type Wanted,
} from '../../../src/events/log/plan.ts'
import { dinner, food, lunch } from '../../examples.ts'

const [a, b, c]: [Stream, Stream, Stream] = [expenseStream(lunch), expenseStream(dinner), categoryStream(food)]
const address = claim('email', 'ana')
const other = claim('email', 'ben')
const admin = claim('admin', 'ana')

/** A database in which these versions are reached and these claims held; there are others of a kind if `others` says so. */
const holding = (
  versions: { [stream: string]: number },
  holders: { [claim: string]: Stream } = {},
  others = true,
): Known => ({
  version: (stream) => versions[stream] ?? 0,
  holder: ({ key }) => holders[key] ?? null,
  others: () => others,
})
const unknown = { version: () => undefined, holder: () => undefined, others: () => undefined } satisfies Known

type Story = { given: Known; when: Partial<Wanted>[]; then: Verdict[] | undefined }
const story = test.macro((t, { given, when, then }: Story) => {
  const requests = when.map((wanted): Wanted => ({ events: [], guards: [], take: [], release: [], ...wanted }))
  t.deepEqual(plan(requests, given), then)
})

test('events get the versions that follow', story, {
  given: holding({ [a]: 3 }),
  when: [{ events: to(a, b, a), guards: [at(a, 3), at(b, 0)] }],
  then: [{ versions: [4, 1, 5] }],
})
test('each request comes after those before it', story, {
  given: holding({ [a]: 3 }),
  when: [
    { events: to(a), guards: [at(a, 3)] },
    { events: to(b), guards: [at(b, 0)] },
    { events: to(a), guards: [at(a, 4)] },
  ],
  then: [{ versions: [4] }, { versions: [1] }, { versions: [5] }],
})
test('of two that want the same version the second is refused', story, {
  given: holding({ [a]: 3 }),
  when: [
    { events: to(a), guards: [at(a, 3)] },
    { events: to(a), guards: [at(a, 3)] },
  ],
  then: [{ versions: [4] }, { moved: a }],
})
test('who is refused leaves no trace', story, {
  given: holding({ [a]: 3 }),
  when: [
    { events: to(b, a), guards: [at(b, 0), at(a, 2)], take: [by(b, address)] },
    { events: to(b), guards: [at(b, 0)], take: [by(b, address)] },
  ],
  then: [{ moved: a }, { versions: [1] }],
})
test('a guard on a stream that is only looked at must hold', story, {
  given: holding({ [a]: 3, [c]: 1 }),
  when: [
    { events: to(b), guards: [at(b, 0), at(a, 3)] },
    { events: to(c), guards: [at(c, 1), at(a, 2)] },
  ],
  then: [{ versions: [1] }, { moved: a }],
})
test('what was looked at moves with the requests before', story, {
  given: holding({ [a]: 3 }),
  when: [
    { events: to(a), guards: [at(a, 3)] },
    { events: to(b), guards: [at(b, 0), at(a, 3)] },
  ],
  then: [{ versions: [4] }, { moved: a }],
})
test('a request without events must hold, too', story, {
  given: holding({ [a]: 3 }),
  when: [{ guards: [at(a, 3)] }, { guards: [at(a, 4)] }],
  then: [{ versions: [] }, { moved: a }],
})

test('a claim is taken once', story, {
  given: holding({}),
  when: [{ take: [by(a, address)] }, { take: [by(b, address)] }, { take: [by(b, other)] }],
  then: [{ versions: [] }, { moved: 'claim email' }, { versions: [] }],
})
test('a claim that is held cannot be taken', story, {
  given: holding({}, { [address.key]: a }),
  when: [{ take: [by(b, address)] }, { take: [by(a, address)] }],
  then: [{ moved: 'claim email' }, { moved: 'claim email' }],
})
test('a claim that was given up before can be taken', story, {
  given: holding({}, { [address.key]: a }),
  when: [{ release: [address] }, { take: [by(b, address)] }, { take: [by(a, address)] }],
  then: [{ versions: [] }, { versions: [] }, { moved: 'claim email' }],
})
test('a claim must be held by whom it was seen to be held', story, {
  given: holding({}, { [address.key]: a }),
  when: [{ guards: [heldBy(address, a)] }, { guards: [heldBy(address, b)] }, { guards: [heldBy(address, null)] }],
  then: [{ versions: [] }, { moved: 'claim email' }, { moved: 'claim email' }],
})
test('who holds a claim moves with the requests before', story, {
  given: holding({}),
  when: [
    { guards: [heldBy(address, null)], take: [by(a, address)] },
    { guards: [heldBy(address, null)] },
    { guards: [heldBy(address, a)], release: [address] },
    { guards: [heldBy(address, null)] },
  ],
  then: [{ versions: [] }, { moved: 'claim email' }, { versions: [] }, { versions: [] }],
})

test('another claim of the kind must remain', story, {
  given: holding({}, {}, false),
  when: [{ guards: [{ others: admin, seenAt: 0 }] }],
  then: [{ moved: 'other claims admin' }],
})
test('whether another claim remains is looked at again after any that came or went', story, {
  given: holding({}),
  when: [
    { guards: [{ others: admin, seenAt: 0 }], release: [admin] },
    { guards: [{ others: claim('admin', 'ben'), seenAt: 0 }], release: [claim('admin', 'ben')] },
    { guards: [{ others: address, seenAt: 0 }] },
  ],
  then: [{ versions: [] }, { moved: 'other claims admin' }, { versions: [] }],
})

test('of requests with the same key the first takes place', story, {
  given: holding({ [a]: 3 }),
  when: [{ key: 'ana 1', guards: [at(a, 2)] }, { key: 'ana 1' }, { key: 'ana 1' }, { key: 'ben 1' }, {}],
  then: [{ moved: a }, { versions: [] }, { moved: 'idempotency key' }, { versions: [] }, { versions: [] }],
})

for (const [what, guard] of Object.entries({
  version: at(a, 3),
  holder: heldBy(address, null),
  'other claims': { others: admin, seenAt: 0 },
} satisfies Record<string, StoredGuard>)) {
  test(`without knowing the ${what} nothing is said`, story, {
    given: unknown,
    when: [{}, { guards: [guard] }],
    then: undefined,
  })
}
test('without knowing who holds a claim nothing is said of taking it', story, {
  given: unknown,
  when: [{ take: [by(a, address)] }],
  then: undefined,
})
test('what the requests before have done is known', story, {
  given: { ...unknown, version: (stream) => (stream === a ? 3 : undefined), holder: () => null },
  when: [
    { events: to(a), guards: [at(a, 3)], take: [by(a, address)] },
    { events: to(a), guards: [at(a, 4), heldBy(address, a)] },
  ],
  then: [{ versions: [4] }, { versions: [5] }],
})
test('nothing asked, nothing refused', story, { given: unknown, when: [], then: [] })

function claim(kind: string, value: string): StoredClaim {
  return { kind, value, key: `${kind} ${value}` }
}
function to(...streams: Stream[]) {
  return streams.map((stream) => ({ stream }))
}
function at(stream: Stream, version: number): StoredGuard {
  return { stream, version, seenAt: 0 }
}
function heldBy(claim: StoredClaim, holder: Stream | null): StoredGuard {
  return { claim, holder, seenAt: 0 }
}
function by(stream: Stream, claim: StoredClaim) {
  return { claim, stream }
}
