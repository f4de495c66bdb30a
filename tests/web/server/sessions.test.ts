import test from 'ava'
import type { Response } from 'supertest'
import { SessionList } from '../../../src/web/api.ts'
import { serveLedger, type Agent, type Person } from './served.ts'

const { first, member, signIn, ledger } = await serveLedger()
const ana = await first()

const list = (agent: Agent, query = '') => agent.get(`/api/sessions${query}`).expect(200)
const itemsIn = ({ body }: Response) => SessionList.parse(body).items
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Lets `column` of all sessions of somebody be so many days ago. */
async function ago(column: string, { id }: Person, howMany: number): Promise<void> {
  const sql = `update sessions set ${column} = utc_timestamp(6) - interval ? day where user_id = ?`
  await ledger.pool.query(sql, [howMany, id])
}

test('one sees where one is signed in, and which of them this is', async (t) => {
  const ben = await member(ana)
  const elsewhere = await signIn(ben.email)
  const [newer, older, ...more] = itemsIn(await list(elsewhere))
  t.deepEqual(more, [])
  t.deepEqual([newer?.current, older?.current], [true, false])
  t.deepEqual(
    itemsIn(await list(ben.agent)).map(({ id, current }) => [id, current]),
    [
      [newer?.id, false],
      [older?.id, true],
    ],
  )
  t.is(newer?.createdAt, newer?.seenAt)
})

test('a session is told to end after 14 days without use, and after 90 days whatever happens', async (t) => {
  const ben = await member(ana)
  const [fresh] = itemsIn(await list(ben.agent))
  t.is(days(fresh!.seenAt, fresh!.expiresAt), 14)
  await ledger.pool.query('update sessions set expires_at = created_at + interval 1 day where user_id = ?', [ben.id])
  const [ending] = itemsIn(await list(ben.agent))
  t.is(days(ending!.createdAt, ending!.expiresAt), 1)
})

test('sessions that have ended by themselves are not listed', async (t) => {
  const ben = await member(ana)
  await ago('seen_at', ben, 14)
  await signIn(ben.email)
  await ago('expires_at', ben, 0)
  const last = await signIn(ben.email)
  t.is(itemsIn(await list(last)).length, 1)
})

test('whoever left a browser signed in ends that session from another', async (t) => {
  const ben = await member(ana)
  const left = await signIn(ben.email)
  const [session] = itemsIn(await list(ben.agent)).filter(({ current }) => !current)
  await ben.agent.delete(`/api/sessions/${session?.id}`).expect(204)
  await left.get('/api/session').expect(401)
  await ben.agent.get('/api/session').expect(200)
  await ben.agent.delete(`/api/sessions/${session?.id}`).expect(404)
  t.is(itemsIn(await list(ben.agent)).length, 1)
})

test('to end the session that one is in is to sign out', async (t) => {
  const ben = await member(ana)
  const [session] = itemsIn(await list(ben.agent))
  const answer = await ben.agent.delete(`/api/sessions/${session?.id.toUpperCase()}`).expect(204)
  t.regex(answer.get('Set-Cookie')?.[0] ?? '', /^session=;/)
  await ben.agent.get('/api/session').expect(401)
})

test('nobody ends the sessions of others, not even an admin', async (t) => {
  const ben = await member(ana)
  const [session] = itemsIn(await list(ben.agent))
  await ana.agent.delete(`/api/sessions/${session?.id}`).expect(404)
  await ana.agent.delete('/api/sessions/nothing').expect(404)
  await ben.agent.get('/api/session').expect(200)
  t.false(itemsIn(await list(ana.agent)).some(({ id }) => id === session?.id))
})

test('the list goes page by page, newest first', async (t) => {
  const ben = await member(ana)
  for (let time = 0; time < 4; time++) await signIn(ben.email)
  const all = itemsIn(await list(ben.agent))
  const pages = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Response = await list(ben.agent, `?limit=2${cursor && `&cursor=${cursor}`}`)
    pages.push(itemsIn(page).map(({ id }) => id))
    cursor = SessionList.parse(page.body).next
  }
  t.deepEqual(
    pages.map((page) => page.length),
    [2, 2, 1],
  )
  t.deepEqual(
    pages.flat(),
    all.map(({ id }) => id),
  )
  t.deepEqual(
    all.map(({ createdAt }) => createdAt),
    all
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  )
})

test('what a session is called opens nothing', async (t) => {
  const ben = await member(ana)
  const [session] = itemsIn(await list(ben.agent))
  const [rows] = await ledger.pool.query('select lower(hex(id)) as id from sessions where user_id = ?', [ben.id])
  const stored = (rows as { id: string }[])[0]!.id
  t.false(stored.includes(session!.id.replaceAll('-', '').slice(0, 12)))
})
