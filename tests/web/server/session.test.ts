import test from 'ava'
import type { Response } from 'supertest'
import { turnOn } from './second-factor/authenticator.ts'
import { PASSWORD, serveLedger, type Person } from './served.ts'

const { first, member, nobody, signIn, ledger } = await serveLedger()
const ana = await first()

const cookieOf = (answer: Response): string => (answer.get('Set-Cookie') ?? []).join('; ')
const secretOf = (answer: Response) => /session=([^;]*)/.exec(cookieOf(answer))?.[1]

test('who signs in is known from then on, until they sign out', async (t) => {
  const ben = await member(ana)
  const agent = nobody()
  await agent.get('/api/session').expect(401)
  const answer = await agent.post('/api/session').send({ email: ben.email, password: PASSWORD }).expect(200)
  t.like(answer.body, { id: ben.id, email: ben.email, role: 'member' })
  t.deepEqual((await agent.get('/api/session').expect(200)).body, answer.body)
  await agent.delete('/api/session').expect(204)
  await agent.get('/api/session').expect(401)
  await agent.delete('/api/session').expect(204)
  await ben.agent.get('/api/session').expect(200)
})

test('a secret that was signed out is worth nothing, wherever it was kept', async (t) => {
  const agent = nobody()
  const answer = await agent.post('/api/session').send({ email: ana.email, password: PASSWORD }).expect(200)
  const kept = `session=${secretOf(answer)}`
  await nobody().get('/api/session').set('Cookie', kept).expect(200)
  await agent.delete('/api/session').expect(204)
  await nobody().get('/api/session').set('Cookie', kept).expect(401)
  t.pass()
})

test('a session ends after 14 days without use, and after 90 days whatever happens', async (t) => {
  const [ben, carl, dora] = [await member(ana), await member(ana), await member(ana)]
  const ago = (column: string, days: number, { id }: Person) => {
    const sql = `update sessions set ${column} = utc_timestamp(6) + interval ? day where user_id = ?`
    return ledger.pool.query(sql, [-days, id])
  }
  await ago('seen_at', 13, ben)
  await ago('seen_at', 14, carl)
  await ago('expires_at', 0, dora)
  await ben.agent.get('/api/session').expect(200)
  await ago('seen_at', 1, ben)
  await carl.agent.get('/api/session').expect(401)
  await dora.agent.get('/api/session').expect(401)

  await ago('seen_at', 13, ben)
  await ben.agent.get('/api/session').expect(200)
  const [rows] = await ledger.pool.query(
    'select seen_at > utc_timestamp(6) - interval 1 hour as fresh from sessions where user_id = ?',
    [ben.id],
  )
  t.deepEqual(rows, [{ fresh: 1 }] as never)
})

test('each sign-in gets a new secret, for this site and no script', async (t) => {
  const agent = nobody()
  const signIn = () => agent.post('/api/session').send({ email: ana.email, password: PASSWORD }).expect(200)
  const [one, other] = [await signIn(), await signIn()]
  t.not(secretOf(one), secretOf(other))
  t.regex(secretOf(one) ?? '', /^[\w-]{43}$/)
  t.regex(cookieOf(one), /; HttpOnly/)
  t.regex(cookieOf(one), /; SameSite=Lax/)
  t.regex(cookieOf(one), /; Path=\//)
  t.notRegex(cookieOf(one), /; Secure/)
})

test('whoever signs in again in a browser leaves no session behind', async (t) => {
  const [ben, agent] = [await member(ana), nobody()]
  const as = ({ email }: Person) => agent.post('/api/session').send({ email, password: PASSWORD }).expect(200)
  const kept = [await as(ben), await as(ben), await as(ana)].map((answer) => `session=${secretOf(answer)}`)
  const statuses = await Promise.all(kept.map((cookie) => nobody().get('/api/session').set('Cookie', cookie)))
  t.deepEqual(
    statuses.map(({ status }) => status),
    [401, 401, 200],
  )
  await ben.agent.get('/api/session').expect(200)
})

test('behind https the cookie is for https alone', async (t) => {
  const { nobody } = await serveLedger(() => ({ publicUrl: new URL('https://ledger.example.com') }))
  const answer = await nobody()
    .post('/api/users')
    .send({ name: 'Ana', email: 'ana@example.com', password: PASSWORD })
    .expect(201)
  t.regex(cookieOf(answer), /; Secure/)
})

test('a wrong password and an unknown address are answered alike', async (t) => {
  const wrong = await nobody().post('/api/session').send({ email: ana.email, password: 'not the password' })
  const unknown = await nobody().post('/api/session').send({ email: 'nobody@example.com', password: PASSWORD })
  const { requestId: _one, ...said } = wrong.body as Record<string, unknown>
  const { requestId: _other, ...saidToo } = unknown.body as Record<string, unknown>
  t.is(said.status, 401)
  t.deepEqual(said, saidToo)
  t.is(cookieOf(wrong), '')
})

// Serial, as what else this process does would count.
test.serial(
  'an unknown address takes as much work to refuse as a wrong password, with a second factor as without',
  async (t) => {
    const [ben, carl] = [await member(ana), await member(ana)]
    await turnOn(carl)
    const work = async (email: string) => {
      const before = process.cpuUsage()
      for (let time = 0; time < 5; time++)
        await nobody().post('/api/session').send({ email, password: 'not the password' }).expect(401)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await work('somebody@example.com')
    const wrong = await work(ben.email)
    for (const email of ['nobody@example.com', carl.email]) {
      const ratio = (await work(email)) / wrong
      t.true(ratio > 0.5 && ratio < 2, `${email}: ${ratio}`)
    }
  },
)

test('an e-mail address signs in however it is written, a password only as it is', async (t) => {
  await member(ana, { email: 'Carl@Example.com', password: 'pass wörd of Carl' })
  await signIn('cARL@example.COM', 'pass wörd of Carl')
  await signIn('carl@example.com', 'pass wo\u0308rd of Carl')
  await nobody().post('/api/session').send({ email: 'carl@example.com', password: 'Pass wörd of Carl' }).expect(401)
  t.pass()
})

test('a cookie that is none signs nobody in', async (t) => {
  for (const cookie of [
    'session=',
    'session',
    'session=x; session=y',
    '=;;=',
    'session=%00',
    `session=${'x'.repeat(4000)}`,
  ]) {
    await nobody().get('/api/expenses').set('Cookie', cookie).expect(401)
  }
  t.pass()
})

test('after ten failures the address has to wait, even with the right password', async (t) => {
  const dan = await member(ana)
  const attempt = (password: string) => nobody().post('/api/session').send({ email: dan.email, password })
  // Signing in well counts for nothing.
  for (let time = 0; time < 12; time++) await attempt(PASSWORD).expect(200)
  const failures = await Promise.all(Array.from({ length: 20 }, () => attempt('not the password')))
  t.is(failures.filter(({ status }) => status === 401).length, 10)
  const refused = await attempt(PASSWORD).expect(429)
  const wait = Number(refused.get('Retry-After'))
  t.true(wait >= 1 && wait <= 60)
  await signIn(ana.email)
})
