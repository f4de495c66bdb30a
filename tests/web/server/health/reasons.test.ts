import test from 'ava'
import type { Look } from '../../../../src/web/server/health/look.ts'
import { reasonsOf } from '../../../../src/web/server/health/reasons.ts'

const users = {
  name: 'users' as const,
  version: 1,
  position: 90,
  lag: 10,
  lagSeconds: 0.2,
  applied: 7,
  appliedAt: 90,
  types: [],
  state: 'live' as const,
  error: null,
  rebuild: null,
}
const seen = { head: 100, last: 100, projections: [users] }
const audit = {
  counted: { position: 95, events: 95 },
  projections: new Map([['users', { position: 90, applied: 7, expected: 7 }]]),
}
const follower = { name: 'users', events: 7, rows: 3, steps: 2, lookedAgo: 0.4 }
const well: Look = { seen, audit, followers: [follower] }

const saying = (state: object): Look => ({ ...well, seen: { ...seen, projections: [{ ...users, ...state }] } })
const counting = (counted: object): Look => ({
  ...well,
  audit: { ...audit, counted: { ...audit.counted, ...counted } },
})
const applying = (applied: number): Look => {
  return { ...well, audit: { ...audit, projections: new Map([['users', { position: 90, applied, expected: 7 }]]) } }
}

const looks: [what: string, look: Look, reasons: string[]][] = [
  ['all is well', well, []],
  ['nothing has been counted yet', { ...well, audit: undefined }, []],
  ['the database is away', { ...well, seen: undefined }, ['the database does not answer']],
  [
    'events are missing at the end',
    { ...well, seen: { ...seen, last: 99 } },
    ['the head of the log is at 100, its last event at 99'],
  ],
  ['events are missing in between', counting({ events: 94 }), ['the log has 94 events up to position 95']],
  ['a projection is parked', saying({ state: 'failed', error: 'secret' }), ['users has stopped at position 90']],
  [
    'a projection is another release’s',
    saying({ state: 'another release' }),
    ['users is kept by another release of the ledger'],
  ],
  ['a projection is behind, but not far', saying({ lag: 10_000 }), []],
  ['a projection is far behind', saying({ lag: 10_001 }), ['users is 10001 events behind']],
  ['a projection has left out an event', applying(6), ['users has applied 6 of 7 events up to position 90']],
  ['a projection has applied an event twice', applying(8), ['users has applied 8 of 7 events up to position 90']],
  ['a follower is busy', { ...well, followers: [{ ...follower, lookedAgo: 19 }] }, []],
  [
    'a follower is gone',
    { ...well, followers: [{ ...follower, lookedAgo: 61.7 }] },
    ['nobody has looked after users for 61 s'],
  ],
]
for (const [what, look, reasons] of looks) {
  test(`${what}: ${reasons.length === 0 ? 'ready' : 'not ready'}`, (t) => {
    t.deepEqual(reasonsOf(look), reasons)
  })
}

test('all reasons are told at once', (t) => {
  t.is(reasonsOf({ ...applying(6), seen: undefined }).length, 2)
})
