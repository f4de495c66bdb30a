import test from 'ava'
import type { RowDataPacket } from 'mysql2/promise'
import type { Response } from 'supertest'
import { openPool } from '../../../src/events/log/connect.ts'
import { openLimits, type Attempt } from '../../../src/web/server/signing-in/limits.ts'
import { addressOf, networkOf } from '../../../src/web/server/signing-in/network.ts'
import { PASSWORD, serveLedger, type Agent } from './served.ts'

const { adminUrl, first, ledger, member, nobody } = await serveLedger()
const { pool, log } = ledger
const ana = await first()

const signIn = (agent: Agent, email: string, password = PASSWORD) =>
  agent.post('/api/session').send({ email, password })
const guess = (agent: Agent, email: string) => signIn(agent, email, 'not the password')

/** Wrong guesses at the account of `email` until they are refused; how many were not. */
async function guessUntilRefused(agent: () => Agent, email: string): Promise<number> {
  for (let wrong = 0; ; wrong++) if ((await guess(agent(), email)).status === 429) return wrong
}

/** What an answer says, but for its request. */
function said({ body }: Response): object {
  const { requestId: _id, ...rest } = body as Record<string, unknown>
  return rest
}

/** The minute of all who have failed is over. */
async function later(): Promise<void> {
  await pool.query('update failed_attempts set ends_at = utc_timestamp(6) - interval 1 second')
}

/** Of `many` guesses made at once with each of `limits`, how many were let through. */
async function letThrough(limits: readonly ReturnType<typeof openLimits>[], many: number, attempt: Attempt) {
  let count = 0
  const wrong = async () => void (count += 1)
  const guesses = limits.flatMap((one) => Array.from({ length: many }, () => one.guess(attempt, wrong)))
  const refused = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'rejected')
  return { count, refused: refused.length }
}

test.beforeEach(later)

test.serial('a stranger who tries passwords keeps out strangers, and nobody who was let in before', async (t) => {
  const ben = await member(ana)
  t.is(await guessUntilRefused(nobody, ben.email), 10)
  const refused = await signIn(nobody(), ben.email).expect(429)
  const wait = Number(refused.get('Retry-After'))
  t.true(wait >= 1 && wait <= 60)
  await signIn(ben.agent, ben.email).expect(200)
  await ben.agent.delete('/api/session').expect(204)
  await signIn(ben.agent, ben.email).expect(200)
  // Whom a browser let in is known for that account alone.
  const carl = await member(ana)
  await signIn(carl.agent, ben.email).expect(429)
  const [name, ...marks] = (await deviceOf(ben.agent)).split('.')
  const made = `${name}.${'A'.repeat(22)}`
  await signIn(nobody(), ben.email).set('Cookie', `device=${made}`).expect(429)
  t.is(marks.length, 1)
  await later()
  await signIn(nobody(), ben.email).expect(200)
})

test.serial('whoever was let in before has ten guesses too, and people who share a browser ten each', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  await signIn(ben.agent, carl.email).expect(200)
  t.is(await guessUntilRefused(() => ben.agent, ben.email), 10)
  await signIn(ben.agent, ben.email).expect(429)
  // These failures count for strangers as well.
  await signIn(nobody(), ben.email).expect(429)
  await signIn(ben.agent, carl.email).expect(200)
  await later()
  t.is(await guessUntilRefused(() => ben.agent, ben.email), 10)
})

test.serial('an address that nobody has is refused as one that somebody has', async (t) => {
  const ben = await member(ana)
  for (let time = 0; time < 11; time++) {
    const [one, other] = [await guess(nobody(), ben.email), await guess(nobody(), 'nobody@example.com')]
    t.is(one.status, time < 10 ? 401 : 429)
    if (one.status === 401) t.deepEqual(said(one), said(other))
    t.is(other.status, one.status)
  }
})

test.serial(
  'of one network a hundred are let through, whoever they try, and three that were under way; another has its own',
  async (t) => {
    const limits = openLimits({ pool, log })
    const from = (network: string) => async (account: number) => {
      const attempt = { account: `somebody ${account}`, network, device: undefined }
      return (await letThrough([limits], 1, attempt)).count
    }
    const accounts = Array.from({ length: 110 }, (_, index) => index)
    const counts = await Promise.all(accounts.map(from('2001:db8:0:1::/64')))
    const through = counts.filter((count) => count === 1).length
    t.true(through >= 100 && through <= 103, `${through}`)
    t.is(await from('2001:db8:0:2::/64')(1), 1)
  },
)

test.serial('processes count together, and none makes more than one guess more', async (t) => {
  const pools = Array.from({ length: 3 }, () => openPool(adminUrl, 2))
  t.teardown(() => Promise.all(pools.map((one) => one.end())))
  const processes = pools.map((one) => openLimits({ pool: one, log }))
  const attempt = { account: 'ben@example.com', network: '192.0.2.1', device: undefined }
  const { count, refused } = await letThrough(processes, 20, attempt)
  t.true(count >= 10 && count <= 12, `${count}`)
  t.is(refused, 60 - count)
  // What came in beside others is counted as well.
  const [rows] = await pool.query<RowDataPacket[]>(
    'select max(failures) as most from failed_attempts where ends_at > utc_timestamp(6)',
  )
  t.is(rows[0]?.most, count)
})

test.serial('only what is wrong counts', async (t) => {
  const limits = openLimits({ pool, log })
  const attempt = { account: 'carl@example.com', network: '192.0.2.2', device: undefined }
  const broken = new Error('The database is away')
  for (let time = 0; time < 12; time++) {
    t.is(await limits.guess(attempt, async () => 'right'), 'right')
    await t.throwsAsync(
      limits.guess(attempt, () => Promise.reject(broken)),
      { is: broken },
    )
  }
  t.is((await letThrough([limits], 11, attempt)).count, 10)
})

test('what is kept says neither whose account nor from where', async (t) => {
  const attempt = { account: 'dora@example.com', network: '192.0.2.3', device: undefined }
  await letThrough([openLimits({ pool, log })], 1, attempt)
  const [rows] = await pool.query<RowDataPacket[]>('select * from failed_attempts')
  t.true(rows.length > 1)
  for (const row of rows) {
    t.deepEqual(Object.keys(row), ['who', 'failures', 'ends_at'])
    t.is((row.who as Buffer).length, 32)
  }
})

test('of IPv6 a network is 64 bits, of IPv4 the whole address', (t) => {
  const networks: Record<string, string> = {
    '192.0.2.1': '192.0.2.1',
    '2001:db8:0:1:2:3:4:5': '2001:db8:0:1::/64',
    '2001:DB8::1:0:0:0:9': '2001:db8:0:1::/64',
    '2001:db8:0:1::': '2001:db8:0:1::/64',
    '::1': '0:0:0:0::/64',
    unknown: 'unknown',
  }
  for (const [address, network] of Object.entries(networks)) t.is(networkOf(address), network, address)
})

test('an address is what it is however the socket has it, and nothing else is one', (t) => {
  const addresses: Record<string, string> = {
    '::ffff:192.0.2.1': '192.0.2.1',
    '::ffff:c000:201': '192.0.2.1',
    '192.0.2.1': '192.0.2.1',
    'fe80::1%eth0': 'fe80::1',
    '2001:db8::1': '2001:db8::1',
    "' or 1=1": 'unknown',
    '': 'unknown',
  }
  for (const [ip, address] of Object.entries(addresses)) t.is(addressOf({ ip }), address, ip)
})

async function deviceOf(agent: Agent): Promise<string> {
  const cookie = agent.jar.getCookie('device', { path: '/', domain: '127.0.0.1', secure: false, script: false })
  return cookie?.value ?? ''
}
