import test from 'ava'
import { AccessEntry, accessTypes, type AccessLogQuery } from '../../../../src/web/api.ts'
import {
  accessAddress,
  accessQuery,
  isNarrowed,
  readAccessFilter,
} from '../../../../src/web/client/admin/access/filter.ts'
import { byDay, newestEntries } from '../../../../src/web/client/admin/access/newest.ts'
import { saidOf } from '../../../../src/web/client/admin/access/said.ts'
import { ana, ben } from '../../../examples.ts'

const now = new Date(2026, 10, 23, 16, 45)
const [anas, bens] = [
  { id: ana, name: 'Ana' },
  { id: ben, name: 'Ben' },
]
const signedIn = AccessEntry.parse({
  id: '01970000-0000-7000-8000-00000000acce',
  at: '2026-11-23T12:00:00.000000Z',
  type: 'SignedIn',
  ...{ user: bens, actor: bens, other: null, tokenId: null },
  ...{ address: '192.0.2.1', agent: 'Firefox 128 on Linux', requestId: null },
})
const sentence = (entry: Partial<AccessEntry>) => {
  const { who, did } = saidOf({ ...signedIn, ...entry })
  return `${who} ${did}`
}

test('an entry says who did what, and to whom if that is somebody else', (t) => {
  t.is(sentence({}), 'Ben signed in')
  t.is(sentence({ type: 'SignInFailed', actor: null }), 'Somebody gave a wrong password for Ben')
  t.is(
    sentence({ type: 'SignInFailed', actor: null, user: null }),
    'Somebody tried an e-mail address that nobody has here',
  )
  t.is(sentence({ type: 'PasswordChanged' }), 'Ben changed the password')
  t.is(sentence({ type: 'PasswordChanged', actor: anas }), 'Ana set the password of Ben')
  t.is(sentence({ type: 'PasswordChanged', actor: null, address: null }), 'The command line set the password of Ben')
  t.is(sentence({ type: 'LedgerShared', other: anas }), 'Ben shared the ledger with Ana')
  t.is(sentence({ type: 'ShareEnded', other: anas }), 'Ben stopped sharing the ledger with Ana')
  t.is(sentence({ type: 'ShareEnded', actor: anas, other: anas }), 'Ana left the ledger of Ben')
})

test('there is something to say of each type', (t) => {
  for (const type of accessTypes) t.regex(sentence({ type }), /^Ben [a-z][a-z -]+/)
})

test('the filter lives in the address, and what that says wrongly does not count', (t) => {
  const filter = readAccessFilter({ user: ben, type: 'SignInFailed', since: 'week' }, now)
  t.is(accessAddress(filter), `/admin/access?user=${ben}&type=SignInFailed&since=week`)
  t.deepEqual(accessQuery(filter, now), {
    ...{ user: ben, type: 'SignInFailed' },
    from: new Date(2026, 10, 17).toISOString(),
  })
  t.true(isNarrowed(filter))
  const wrong = readAccessFilter({ user: 'Ben', type: 'UserRegistered', since: 'ever' }, now)
  t.is(accessAddress(wrong), '/admin/access')
  t.deepEqual(accessQuery(wrong, now), {})
  t.false(isNarrowed(wrong))
})

test('as many entries as are wanted are fetched, page by page', async (t) => {
  const asked: object[] = []
  const server = {
    accessLog: async (query: AccessLogQuery) => {
      asked.push(query)
      const count = Math.min(Number(query.limit), query.cursor === undefined ? 200 : 30)
      return { items: Array.from({ length: count }, () => signedIn), next: query.cursor === undefined ? 'more' : null }
    },
  }
  const { entries, more } = await newestEntries(server, { type: 'SignedIn' }, 250)
  t.deepEqual(asked, [
    { type: 'SignedIn', limit: '200' },
    { type: 'SignedIn', cursor: 'more', limit: '50' },
  ])
  t.deepEqual([entries.length, more], [230, false])
  t.like(await newestEntries(server, {}, 50), { more: true })
})

test('entries stand under their days', (t) => {
  const at = (day: number) => AccessEntry.parse({ ...signedIn, at: `2026-11-${day}T12:00:00.000000Z` })
  const days = byDay([at(23), at(23), at(21)])
  t.deepEqual(
    days.map(([day, ofDay]) => [day, ofDay.length]),
    [
      ['2026-11-23', 2],
      ['2026-11-21', 1],
    ],
  )
})
