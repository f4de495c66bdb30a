import test from 'ava'
import type { RowDataPacket } from 'mysql2/promise'
import type { Response } from 'supertest'
import { RecoveryCodes, SecondFactor } from '../../../../src/web/api.ts'
import { openSecondFactors } from '../../../../src/web/server/second-factor/store.ts'
import { bodyOf, fieldsOf, PASSWORD, serveLedger, type Agent, type Person } from '../served.ts'
import { makeToken, showing } from '../token-holder.ts'
import { fromBase32, offer, shown, turnOn, wrong } from './authenticator.ts'

const { first, member, nobody, ledger } = await serveLedger()
const ana = await first()
const { pool, log } = ledger

const noon = Date.parse('2026-11-23T12:00:00Z')
const half = 30_000
const signIn = ({ email }: Person, code?: string, password = PASSWORD) =>
  nobody().post('/api/session').send({ email, password, code })
const standing = async ({ agent }: { agent: Agent }) =>
  SecondFactor.parse(bodyOf(await agent.get('/api/second-factor').expect(200)))
const typeOf = ({ body }: Response) => (body as { type: string }).type.replace('urn:expense-ledger:problem:', '')
/** As if the code that was taken last had been taken long ago. */
const later = ({ id }: Person) => pool.query('update second_factors set last_step = 0 where user_id = ?', [id])

test.serial('whoever has turned it on signs in with the password and a code', async (t) => {
  const ben = await member(ana)
  t.deepEqual(await standing(ben), { onSince: null, recoveryCodes: 0 })
  const secret = await offer(ben)
  t.deepEqual(await standing(ben), { onSince: null, recoveryCodes: 0 })
  await signIn(ben).expect(200)
  await ben.agent
    .post('/api/second-factor/on')
    .send({ code: shown(secret) })
    .expect(201)
  t.is((await standing(ben)).recoveryCodes, 10)

  const asked = await signIn(ben).expect(401)
  t.is(typeOf(asked), 'second-factor-needed')
  t.is(asked.get('Set-Cookie'), undefined)
  await later(ben)
  t.like((await signIn(ben, shown(secret)).expect(200)).body, { id: ben.id })
  await signIn(ana).expect(200)
})

test.serial('sessions and tokens that there are go on without a code', async (t) => {
  const ben = await member(ana)
  const token = await makeToken(ben)
  await turnOn(ben)
  await ben.agent.get('/api/session').expect(200)
  await showing(token, nobody()).get('/api/session').expect(200)
  t.pass()
})

test.serial('who has none signs in as ever, whatever else they send', async (t) => {
  await signIn(await member(ana), '123456').expect(200)
  t.pass()
})

test.serial('a code signs in once', async (t) => {
  const ben = await member(ana)
  const { secret } = await turnOn(ben)
  await later(ben)
  const code = shown(secret)
  const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(ben, code)))
  t.is(answers.filter(({ status }) => status === 200).length, 1)
  const refused = answers.find(({ status }) => status === 401)!
  t.is(typeOf(refused), 'second-factor-wrong')
  t.deepEqual(fieldsOf(refused), ['code'])
  t.is(refused.get('Set-Cookie'), undefined)
})

test.serial('the code that turned it on does not sign in, nor does any of an earlier half minute', async (t) => {
  const ben = await member(ana)
  let now = noon
  const factors = openSecondFactors({ pool, log, now: () => now })
  const secret = await offer(ben)
  await factors.turnOn(ben.id, shown(secret, noon))
  t.is(await factors.take(ben.id, shown(secret, noon)), 'wrong')
  now += half
  t.is(await factors.take(ben.id, shown(secret, noon)), 'wrong')
  const digits = shown(secret, noon + 2 * half)
  t.is(await factors.take(ben.id, `${digits.slice(0, 3)} ${digits.slice(3)}`), 'right')
  t.is(await factors.take(ben.id, shown(secret, noon + half)), 'wrong')
})

test.serial('a recovery code signs in once, however it is typed', async (t) => {
  const ben = await member(ana)
  const { codes } = await turnOn(ben)
  await signIn(ben, codes[0]!.toUpperCase().replaceAll('-', ' ')).expect(200)
  t.is((await standing(ben)).recoveryCodes, 9)
  t.is(typeOf(await signIn(ben, codes[0]).expect(401)), 'second-factor-wrong')
  const statuses = (await Promise.all([1, 2, 3].map(() => signIn(ben, codes[1])))).map(({ status }) => status)
  t.deepEqual(statuses.sort(), [200, 401, 401])
})

test.serial('new recovery codes end the old ones', async (t) => {
  const ben = await member(ana)
  const { codes } = await turnOn(ben)
  const answer = await ben.agent.post('/api/second-factor/recovery-codes').send({ current: PASSWORD }).expect(201)
  await signIn(ben, codes[0]).expect(401)
  await signIn(ben, RecoveryCodes.parse(answer.body).codes[0]).expect(200)
  t.is((await standing(ben)).recoveryCodes, 9)
})

test.serial('nothing of it is told to who does not know the password', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const { secret, codes } = await turnOn(ben)
  const answers = [
    await signIn(ben, undefined, 'not the password'),
    await signIn(ben, shown(secret), 'not the password'),
    await signIn(ben, codes[0], 'not the password'),
    await signIn(carl, undefined, 'not the password'),
    await signIn({ ...carl, email: 'nobody@example.com' }, shown(secret)),
  ]
  const said = answers.map(({ body }) => ({ ...(body as object), requestId: '' }))
  for (const one of said) t.deepEqual(one, said[0])
  t.is((await standing(ben)).recoveryCodes, 10)
})

test.serial('wrong codes count as failed sign-ins', async (t) => {
  const ben = await member(ana)
  const { secret, codes } = await turnOn(ben)
  for (let time = 0; time < 10; time++) await signIn(ben, wrong(secret)).expect(401)
  t.true(Number((await signIn(ben, codes[0]).expect(429)).get('Retry-After')) <= 60)
  await signIn(ana).expect(200)
})

test.serial(
  'after a hundred wrong codes in a row only a recovery code is taken, also of those tried at once',
  async (t) => {
    const ben = await member(ana)
    const { secret, codes } = await turnOn(ben)
    const factors = openSecondFactors({ pool, log })
    const guess = () => factors.take(ben.id, wrong(secret))
    for (let time = 0; time < 90; time++) t.is(await guess(), 'wrong')
    const last = await Promise.all(Array.from({ length: 20 }, guess))
    t.is(last.filter((verdict) => verdict === 'wrong').length, 10)
    await later(ben)
    t.is(await factors.take(ben.id, shown(secret)), 'spent')
    t.regex((await signIn(ben, shown(secret)).expect(401)).text, /only a recovery code/)
    await signIn(ben, codes[0]).expect(200)
    await signIn(ben, shown(secret)).expect(200)
  },
)

test.serial('to turn it on takes the password and a code of the app that was given the secret', async (t) => {
  const ben = await member(ana)
  t.deepEqual(fieldsOf(await ben.agent.post('/api/second-factor').send({ current: 'a guess' }).expect(422)), [
    'current',
  ])
  await ben.agent.post('/api/second-factor/on').send({ code: '123456' }).expect(422)
  const [given, newer] = [await offer(ben), await offer(ben)]
  const on = (code: string) => ben.agent.post('/api/second-factor/on').send({ code })
  if (shown(given) !== shown(newer)) t.deepEqual(fieldsOf(await on(shown(given)).expect(422)), ['code'])
  await on(shown(newer)).expect(201)
  await on(shown(newer)).expect(422)
  t.is(typeOf(await ben.agent.post('/api/second-factor').send({ current: PASSWORD }).expect(409)), 'second-factor-on')
})

test.serial('to turn it off, or to make new recovery codes, takes the password', async (t) => {
  const ben = await member(ana)
  const ask = (what: string, current: string) => ben.agent.post(`/api/second-factor/${what}`).send({ current })
  t.is(typeOf(await ask('recovery-codes', PASSWORD).expect(409)), 'second-factor-off')
  await turnOn(ben)
  for (const what of ['off', 'recovery-codes']) await ask(what, 'a guess').expect(422)
  t.is((await standing(ben)).recoveryCodes, 10)
  await ask('off', PASSWORD).expect(204)
  t.deepEqual(await standing(ben), { onSince: null, recoveryCodes: 0 })
  await signIn(ben).expect(200)
  await turnOn(ben)
  await signIn(ben).expect(401)
})

test.serial('guesses at the password count here, too', async (t) => {
  const ben = await member(ana)
  const guess = (what: string) => ben.agent.post(`/api/second-factor${what}`).send({ current: 'a guess' })
  for (const what of ['', '/off', '/recovery-codes', '', '/off', '/recovery-codes', '', '/off', '', '/off'])
    await guess(what).expect(422)
  await guess('/off').expect(429)
  t.pass()
})

test.serial('an admin turns it off for who has lost it, and nobody else does', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  await turnOn(ben)
  const path = `/api/users/${ben.id}/second-factor`
  await carl.agent.delete(path).expect(403)
  await ben.agent.delete(path).expect(403)
  await signIn(ben).expect(401)
  await ana.agent.delete(path).expect(204)
  await signIn(ben).expect(200)
  t.regex((await ana.agent.delete(`/api/users/${ana.id}/second-factor`).expect(403)).text, /with one’s password/)
})

test.serial('a new password leaves it on', async (t) => {
  const ben = await member(ana)
  await turnOn(ben)
  await ana.agent.put(`/api/users/${ben.id}/password`).send({ password: 'a new and long password' }).expect(204)
  t.is(typeOf(await signIn(ben, undefined, 'a new and long password').expect(401)), 'second-factor-needed')
})

test.serial('neither the secret nor a recovery code can be read in the database, or in the log', async (t) => {
  const ben = await member(ana)
  const { secret, codes } = await turnOn(ben)
  const bytes = fromBase32(secret)
  const tables = ['second_factors', 'recovery_codes', 'events', 'commands', 'sessions']
  for (const table of tables) {
    const [rows] = await pool.query<RowDataPacket[]>(`select * from ${table}`)
    const kept = Buffer.concat(rows.flatMap((row) => Object.values(row).map((value) => toBytes(value))))
    for (const hidden of [secret, bytes.toString('base64'), bytes.toString('hex'), ...codes])
      t.false(kept.includes(hidden), table)
    t.false(kept.includes(bytes), table)
  }
})

test.serial('what is sealed for one person is worth nothing for another', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const { secret } = await turnOn(ben)
  await turnOn(carl)
  await pool.query(
    `update second_factors f, second_factors o set f.secret = o.secret, f.last_step = 0 where f.user_id = ? and o.user_id = ?`,
    [carl.id, ben.id],
  )
  await t.throwsAsync(openSecondFactors({ pool, log }).take(carl.id, shown(secret)))
})

function toBytes(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(String(value))
}
