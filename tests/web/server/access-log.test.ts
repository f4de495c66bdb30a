import test from 'ava'
import { createConnection } from 'mysql2/promise'
import { newId } from '../../../src/events/ids.ts'
import { forgetNow } from '../../../src/ops/retention.ts'
import { AccessLog, SessionList, type AccessEntry } from '../../../src/web/api.ts'
import { agentOf } from '../../../src/web/server/access-log/agent.ts'
import { insertEntries } from '../../../src/web/server/access-log/store.ts'
import { openWriting } from '../../../src/web/server/access-log/writing.ts'
import { bodyOf, fieldsOf, PASSWORD, serveLedger, type Person } from './served.ts'
import { makeToken, showing } from './token-holder.ts'

const { adminUrl, first, ledger, member, nobody, signIn } = await serveLedger()
const { pool } = ledger
const ana = await first()

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const NEW = 'a new and long password'

async function entries(query: string): Promise<AccessEntry[]> {
  return AccessLog.parse(bodyOf(await ana.agent.get(`/api/access-log?${query}`).expect(200))).items
}
const typesOf = (found: readonly AccessEntry[]) => found.map(({ type }) => type)

test('what lets somebody in, or should not, is written down, newest first', async (t) => {
  const ben = await member(ana)
  const [carl, { agent }] = [await member(ana), ben]
  await nobody().post('/api/session').send({ email: ben.email, password: 'a guess' }).expect(401)
  const token = await makeToken(ben)
  const uses = Array.from({ length: 3 }, () => showing(token, nobody()).get('/api/session').expect(200))
  await Promise.all(uses)
  await agent.delete(`/api/tokens/${token.id}`).expect(204)
  await signIn(ben.email)
  const { items } = SessionList.parse(bodyOf(await agent.get('/api/sessions').expect(200)))
  await agent.delete(`/api/sessions/${items.find(({ current }) => !current)?.id}`).expect(204)
  await agent.put(`/api/users/${ben.id}/password`).send({ current: 'a guess', password: NEW }).expect(422)
  await agent.put(`/api/users/${ben.id}/password`).send({ current: PASSWORD, password: NEW }).expect(204)
  await agent.post(`/api/users/${ben.id}/shares`).send({ userId: carl.id, role: 'viewer' }).expect(201)
  await carl.agent.delete(`/api/users/${ben.id}/shares/${carl.id}`).expect(204)
  await ana.agent.put(`/api/users/${ben.id}/password`).send({ password: PASSWORD }).expect(204)
  await signIn(ben.email).then((again) => again.delete('/api/session').expect(204))

  const found = await entries(`user=${ben.id}`)
  t.deepEqual(typesOf(found).reverse(), [
    ...['SignedIn', 'SignInFailed', 'TokenMade', 'TokenUsed', 'TokenEnded', 'SignedIn', 'SessionEnded'],
    ...['PasswordWrong', 'PasswordChanged', 'LedgerShared', 'ShareEnded', 'PasswordChanged', 'SignedIn', 'SignedOut'],
  ])
  const of = (type: AccessEntry['type']) => found.find((entry) => entry.type === type)
  t.like(of('SignInFailed'), { user: { id: ben.id }, actor: null, address: '127.0.0.1' })
  t.like(of('TokenUsed'), { actor: { id: ben.id }, tokenId: token.id, other: null })
  t.like(of('LedgerShared'), { actor: { id: ben.id }, other: { id: carl.id }, tokenId: null })
  t.like(of('ShareEnded'), { user: { id: ben.id }, actor: { id: carl.id }, other: { id: carl.id } })
  t.like(of('PasswordChanged'), { user: { id: ben.id }, actor: { id: ana.id, name: 'Ana Novak' } })
})

test('an entry says from where, with what and at which request; no secret is in it', async (t) => {
  const email = 'who@example.com'
  const answer = await nobody().post('/api/session').set('User-Agent', FIREFOX).send({ email, password: PASSWORD })
  const [entry] = await entries('type=SignInFailed&limit=1')
  t.like(entry, { user: null, actor: null, address: '127.0.0.1', agent: 'Firefox 128 on Linux' })
  t.is(entry?.requestId, answer.get('X-Request-Id'))
  t.false(JSON.stringify(entry).includes(email))
})

test('it is for admins', async (t) => {
  const ben = await member(ana)
  await ben.agent.get('/api/access-log').expect(403)
  await ben.agent.get(`/api/access-log?user=${ben.id}`).expect(403)
  await nobody().get('/api/access-log').expect(401)
  const token = showing(await makeToken(ana, { scope: 'admin' }), nobody())
  await token.get('/api/access-log').expect(200)
  t.deepEqual(fieldsOf(await ana.agent.get('/api/access-log?type=UserRegistered').expect(422)), ['type'])
})

test('it is read page by page, and narrowed by user, type and time', async (t) => {
  const dora = await member(ana)
  for (let time = 0; time < 4; time++) await signIn(dora.email)
  const all = await entries(`user=${dora.id}&type=SignedIn`)
  t.is(all.length, 5)
  const paged: AccessEntry[] = []
  for (let cursor = ''; ;) {
    const page = AccessLog.parse(bodyOf(await ana.agent.get(`/api/access-log?user=${dora.id}&limit=2${cursor}`)))
    paged.push(...page.items)
    // What comes meanwhile moves nothing.
    await signIn(dora.email)
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  t.deepEqual(paged, all)
  const [, second, , fourth] = all
  const between = await entries(`user=${dora.id}&from=${fourth?.at}&to=${second?.at}`)
  t.true(between.length >= 3 && between.every(({ at }) => at >= fourth!.at && at <= second!.at))
  t.deepEqual(await entries(`user=${dora.id}&type=TokenMade`), [])
  await ana.agent.get(`/api/access-log?from=${second?.at}&to=${fourth?.at}`).expect(second!.at > fourth!.at ? 422 : 200)
})

test('who is erased is forgotten here too, and what they did to others is there without their address', async (t) => {
  const [zoe, ben] = [await member(ana, { name: 'Zoe', role: 'admin' }), await member(ana)]
  await zoe.agent.put(`/api/users/${ben.id}/password`).send({ password: NEW }).expect(204)
  await ana.agent.post(`/api/users/${zoe.id}/erase`).send({ name: 'Zoe' }).expect(200)
  const [erased, ...more] = await entries(`user=${zoe.id}`)
  t.like(erased, { type: 'UserErased', user: { name: 'erased' }, actor: { id: ana.id }, address: '127.0.0.1' })
  t.deepEqual(more, [])
  const [changed] = await entries(`user=${ben.id}&type=PasswordChanged`)
  t.like(changed, { actor: { id: zoe.id, name: 'erased' }, address: null, agent: null })
})

test('what is old goes, in small steps; what is newer stays', async (t) => {
  const carl = await member(ana)
  const rest = { type: 'SignedOut', aboutId: null, address: null, agent: null, requestId: null } as const
  const entryOf = (daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString().replace('Z', '000Z')
    return { ...rest, id: newId(), at: at as AccessEntry['at'], userId: carl.id, actorId: carl.id }
  }
  await insertEntries(pool, [...Array.from({ length: 2_100 }, () => entryOf(31)), entryOf(29)])
  await pool.query(
    `insert into failed_attempts values (repeat('o', 32), 9, utc_timestamp(6) - interval 1 minute),
      (repeat('n', 32), 9, utc_timestamp(6) + interval 1 minute)`,
  )
  await forgetNow(pool, { accessLogDays: 30 })
  t.deepEqual(typesOf(await entries(`user=${carl.id}&limit=200`)), ['SignedIn', 'SignedOut'])
  const [failed] = await pool.query(`select who from failed_attempts where who in (repeat('o', 32), repeat('n', 32))`)
  t.deepEqual(failed, [{ who: Buffer.from('n'.repeat(32)) }] as never)
})

test.serial('nobody is kept out by a log that cannot be written, and what was to be written is later', async (t) => {
  const ben: Person = await member(ana)
  const admin = await createConnection({ uri: adminUrl })
  t.teardown(() => admin.end())
  await admin.query('lock tables access_log write')
  await signIn(ben.email)
  await nobody().post('/api/session').send({ email: ben.email, password: 'a guess' }).expect(401)
  await admin.query('unlock tables')
  // What is written next comes after what waited.
  await signIn(ben.email)
  t.deepEqual(typesOf(await entries(`user=${ben.id}`)), ['SignedIn', 'SignInFailed', 'SignedIn', 'SignedIn'])
})

test('what cannot be written is tried again, in its order; what cannot be in the end is given up by name', async (t) => {
  const [written, lost, delays]: [string[], string[], unknown[]] = [[], [], []]
  let broken: Error | undefined = new Error('The database is away')
  const writing = openWriting<string>({
    write: async (some) => {
      if (broken) throw broken
      written.push(...some)
    },
    onDelay: (error) => delays.push(error),
    onLost: (entry) => lost.push(entry),
    patience: 5,
  })
  await Promise.all([writing.add('one'), writing.add('two')])
  t.deepEqual(written, [])
  t.true(delays.length > 0)
  broken = undefined
  await writing.add('three')
  t.deepEqual(written, ['one', 'two', 'three'])
  broken = new Error('The database is away for good')
  await writing.add('four')
  await writing.close()
  t.deepEqual(lost, ['four'])
  await writing.add('five')
  t.deepEqual(lost, ['four', 'five'])
})

test('what waits when the ledger stops is written before it ends', async (t) => {
  const written: string[] = []
  let broken: Error | undefined = new Error('The database is away')
  const write = async (some: readonly string[]) => {
    if (broken) throw broken
    written.push(...some)
  }
  const writing = openWriting<string>({ write, onDelay: () => undefined, onLost: () => t.fail(), patience: 5 })
  await writing.add('one')
  broken = undefined
  await writing.close()
  t.deepEqual(written, ['one'])
})

test('a browser is called what its user calls it', (t) => {
  const agents: Record<string, string | null> = {
    [FIREFOX]: 'Firefox 128 on Linux',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0':
      'Edge 130 on Windows',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36':
      'Chrome 130 on macOS',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1':
      'Safari 18 on iPhone',
    'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36':
      'Samsung Internet 25 on Android',
    'curl/8.9.1': 'curl/8.9.1',
    ['caf\u00e9'.repeat(40)]: 'caf?'.repeat(20),
    '': null,
  }
  for (const [header, agent] of Object.entries(agents)) t.is(agentOf(header), agent, header)
  t.is(agentOf(undefined), null)
})
