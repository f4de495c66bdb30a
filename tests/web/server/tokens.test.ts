import { createHash } from 'node:crypto'
import test from 'ava'
import type { RowDataPacket } from 'mysql2/promise'
import type { Response } from 'supertest'
import { ExpenseList, History, TokenList } from '../../../src/web/api.ts'
import { listen } from './listening.ts'
import { fieldsOf, lunch, record, serveLedger, since, type Person } from './served.ts'
import { makeToken, showing } from './token-holder.ts'

const { address, first, member, nobody, ledger } = await serveLedger()
const ana = await first()

const program = async (who: Person, more: object = {}) => showing(await makeToken(who, more), nobody())
const namesIn = ({ body }: Response) => TokenList.parse(body).items.map(({ name }) => name)
const typeOf = ({ body }: Response) => (body as { type: string }).type.replace('urn:expense-ledger:problem:', '')

async function rowOf({ id }: { id: string }): Promise<RowDataPacket | undefined> {
  return (await ledger.pool.query<RowDataPacket[]>('select * from tokens where id = ?', [id]))[0][0]
}

/** Sets a moment of a token to so many seconds from now. */
async function set({ id }: { id: string }, column: string, seconds: number): Promise<void> {
  const sql = `update tokens set ${column} = utc_timestamp(6) + interval ? second where id = ?`
  await ledger.pool.query(sql, [seconds, id])
}

test('a program with a token does in the name of its user what it is for, and the log says that it was a program', async (t) => {
  const ben = await member(ana)
  const script = await program(ben)
  t.like((await script.get('/api/session').expect(200)).body, { id: ben.id })
  const recorded = await script.post('/api/expenses').send(lunch).expect(201)
  const { id } = recorded.body as { id: string }
  const path = `/api/expenses/${id}`
  const changed = await ben.agent.patch(path).send({ amount: '9.90' }).expect(200)
  const history = History.parse((await script.get(`${path}/history`).set(since(changed)).expect(200)).body)
  t.deepEqual(
    history.map(({ origin, actor }) => [origin, actor?.id]),
    [
      ['api', ben.id],
      ['web', ben.id],
    ],
  )
})

test('a token is shown once, and kept as its hash alone', async (t) => {
  const ben = await member(ana)
  const made = await makeToken(ben, { expiresAt: '2100-01-31T12:00:00.25Z' })
  t.regex(made.token, /^ledger_[0-9a-f]{64}$/)
  const { token, ...told } = made
  t.like(told, { name: 'A script', scope: 'write', usedAt: null, expiresAt: '2100-01-31T12:00:00.250000Z' })
  const { items } = TokenList.parse((await ben.agent.get('/api/tokens').expect(200)).body)
  t.deepEqual(items, [told])
  const { hash, ...rest } = (await rowOf(made))!
  t.deepEqual(hash, createHash('sha256').update(token).digest())
  t.false(JSON.stringify(rest).includes(token.slice(7)))
})

test('unless more is asked for, a token reads and does not expire', async (t) => {
  const answer = await ana.agent.post('/api/tokens').send({ name: 'Reader' }).expect(201)
  t.like(answer.body, { scope: 'read', expiresAt: null })
})

test('a token that only reads changes nothing, and is told what would', async (t) => {
  const ben = await member(ana)
  const { id, since } = await record(ben)
  const made = await makeToken(ben, { scope: 'read' })
  const [reader, headers] = [showing(made, nobody()), { Authorization: `Bearer ${made.token}` }]
  await reader.get(`/api/expenses/${id}`).set(since).expect(200)
  t.is((await fetch(`${address}/api/expenses/${id}`, { method: 'HEAD', headers })).status, 200)
  for (const answer of [
    await reader.post('/api/expenses').send(lunch),
    await reader.patch(`/api/expenses/${id}`).send({ amount: '1.00' }),
    await reader.delete(`/api/expenses/${id}`),
    await reader.put(`/api/users/${ben.id}/preferences`).send({}),
  ]) {
    t.like(answer.body, { status: 403, detail: 'This takes a token of scope write' })
  }
})

test('an admin’s token is for the admin’s own ledger, unless its scope is admin', async (t) => {
  const [ben, other] = [await member(ana), await member(ana, { role: 'admin' })]
  const foreign = await record(ben)
  const own = await record(other)
  const [reader, writer, all] = await Promise.all(['read', 'write', 'admin'].map((scope) => program(other, { scope })))
  for (const narrow of [reader!, writer!]) {
    const { items } = ExpenseList.parse((await narrow.get('/api/expenses').set(own.since).expect(200)).body)
    t.deepEqual(
      items.map(({ id }) => id),
      [own.id],
    )
    await narrow.get(`/api/expenses/${foreign.id}`).expect(404)
    for (const refused of [
      await narrow.get('/api/users?deleted=true'),
      await narrow.get('/api/projections'),
      await narrow.get(`/api/expenses?user=${ben.id}`),
      await narrow.get(`/api/categories?user=${ben.id}`),
    ]) {
      t.like(refused.body, { status: 403, detail: 'This takes a token of scope admin' })
    }
  }
  await all!.get(`/api/expenses/${foreign.id}`).set(own.since).expect(200)
  await all!.get('/api/projections').expect(200)
  await all!.delete(`/api/users/${ben.id}`).expect(200)
})

test('only admins make tokens of scope admin, which are worth nothing while they are none', async (t) => {
  const ben = await member(ana)
  const wanted = { name: 'All', scope: 'admin' }
  t.is(typeOf(await ben.agent.post('/api/tokens').send(wanted).expect(403)), 'not-allowed')
  const become = (role: string) => ana.agent.patch(`/api/users/${ben.id}`).send({ role }).expect(200)
  await become('admin')
  const script = await program(ben, wanted)
  await script.get('/api/projections').expect(200)
  await become('member')
  t.is(typeOf(await script.get('/api/projections').expect(403)), 'not-allowed')
  t.is(typeOf(await script.get('/api/expenses').expect(403)), 'not-allowed')
  await become('admin')
  await script.get('/api/projections').expect(200)
})

test('a token makes no tokens, sets no passwords and ends nothing: that takes a session', async (t) => {
  const all = await program(ana, { scope: 'admin' })
  const ben = await member(ana)
  const { id } = await makeToken(ana)
  const session = ((await all.get('/api/sessions').expect(200)).body as { items: { id: string }[] }).items[0]
  for (const answer of [
    await all.post('/api/tokens').send({ name: 'Another' }),
    await all.delete(`/api/tokens/${id}`),
    await all.put(`/api/users/${ben.id}/password`).send({ password: 'known to a thief' }),
    await all.delete(`/api/sessions/${session?.id}`),
    await all.delete('/api/session'),
  ]) {
    t.is(answer.status, 403)
    t.is(typeOf(answer), 'session-needed')
    t.regex((answer.body as { detail: string }).detail, /sign in, and do it in that session/)
  }
  t.true(namesIn(await all.get('/api/tokens').expect(200)).length > 0)
})

test('tokens that have expired, were deleted, or never were are refused alike', async (t) => {
  const [ben, gone] = [await member(ana), await member(ana)]
  const [expired, deleted, last, kept] = await Promise.all([ben, ben, gone, ben].map((who) => makeToken(who)))
  await set(expired!, 'expires_at', 0)
  await ben.agent.delete(`/api/tokens/${deleted!.id}`).expect(204)
  await ana.agent.delete(`/api/users/${gone.id}`).expect(200)
  const unknown = [`ledger_${'0'.repeat(64)}`, '', 'x', kept!.token.slice(0, -1), `${kept!.token} x`, 'x'.repeat(4000)]
  const shown = [expired!.token, deleted!.token, last!.token, ...unknown]
  const answers = []
  for (const token of shown) {
    const answer = await nobody().get('/api/expenses').set('Authorization', `Bearer ${token}`)
    t.is(answer.get('WWW-Authenticate'), 'Bearer')
    const { requestId: _requestId, ...said } = answer.body as Record<string, unknown>
    answers.push(said)
  }
  t.like(answers[0], { status: 401, type: 'urn:expense-ledger:problem:token-invalid' })
  t.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
  await showing(kept!, nobody()).get('/api/expenses').expect(200)
})

test('a token is good until the moment that it was given', async (t) => {
  const made = await makeToken(await member(ana), { expiresAt: '2100-01-01T00:00:00Z' })
  await set(made, 'expires_at', 3600)
  await showing(made, nobody()).get('/api/expenses').expect(200)
  await set(made, 'expires_at', 0)
  await showing(made, nobody()).get('/api/expenses').expect(401)
  t.pass()
})

test('whoever was deleted and comes back makes new tokens', async (t) => {
  const ben = await member(ana)
  const made = await makeToken(ben)
  await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  // As if it was made in the very moment of the deletion.
  await ledger.pool.query(
    `insert into tokens (id, hash, user_id, name, scope, created_at) values (?, unhex(sha2(?, 256)), ?, '', 'read', utc_timestamp(6))`,
    [made.id, made.token, ben.id],
  )
  await showing(made, nobody()).get('/api/expenses').expect(401)
  await ana.agent.post(`/api/users/${ben.id}/restore`).expect(200)
  await showing(made, nobody()).get('/api/expenses').expect(401)
  t.is(await rowOf(made), undefined)
})

test('beside a token a cookie does not count', async (t) => {
  const ben = await member(ana)
  const both = await makeToken(ben)
  t.like((await ana.agent.get('/api/session').set('Authorization', `Bearer ${both.token}`)).body, { id: ben.id })
  t.like((await ana.agent.get('/api/session').set('Authorization', `bEARER  ${both.token}`)).body, { id: ben.id })
  await ana.agent.get('/api/session').set('Authorization', 'Bearer nothing').expect(401)
  await ana.agent.get('/api/session').set('Authorization', 'Basic YTpi').expect(200)
})

test('no browser shows a token by itself, so where a request comes from does not matter', async (t) => {
  const script = await program(await member(ana))
  for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://elsewhere.example' }]) {
    await script.post('/api/expenses').set(headers).send(lunch).expect(201)
    t.is(typeOf(await ana.agent.post('/api/expenses').set(headers).send(lunch)), 'cross-site')
    // A cookie is not carried past the check by a token that is worth nothing.
    const carried = { ...headers, Authorization: 'Bearer nothing' }
    await ana.agent.post('/api/expenses').set(carried).send(lunch).expect(401)
  }
})

test('when a token was last used is known to the minute', async (t) => {
  const made = await makeToken(await member(ana))
  const use = () => showing(made, nobody()).get('/api/expenses').expect(200)
  const usedAt = async () => (await rowOf(made))?.used_at as string | null
  t.is(await usedAt(), null)
  await use()
  t.not(await usedAt(), null)
  await set(made, 'used_at', -50)
  const before = await usedAt()
  await use()
  t.is(await usedAt(), before)
  await set(made, 'used_at', -61)
  await use()
  t.true((await usedAt())! > before!)
})

test('one’s own tokens are listed page by page, newest first, and nobody else’s', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  for (const name of ['one', 'two', 'three']) await makeToken(ben, { name })
  const foreign = await makeToken(carl, { name: 'Carl’s' })
  const page = await ben.agent.get('/api/tokens?limit=2').expect(200)
  t.deepEqual(namesIn(page), ['three', 'two'])
  const { next } = TokenList.parse(page.body)
  const rest = await ben.agent.get(`/api/tokens?limit=2&cursor=${next}`).expect(200)
  t.deepEqual([namesIn(rest), TokenList.parse(rest.body).next], [['one'], null])
  for (const who of [ben, ana]) await who.agent.delete(`/api/tokens/${foreign.id}`).expect(404)
  await carl.agent.delete(`/api/tokens/${foreign.id.toUpperCase()}`).expect(204)
  await carl.agent.delete(`/api/tokens/${foreign.id}`).expect(404)
  await carl.agent.delete('/api/tokens/nothing').expect(404)
})

test('who listens with a token hears until the token ends', async (t) => {
  const ben = await member(ana)
  const made = await makeToken(ben, { scope: 'read' })
  const listening = await listen(t, address, '', { Authorization: `Bearer ${made.token}` })
  await record(ben)
  await listening.next(2)
  await ben.agent.delete(`/api/tokens/${made.id}`).expect(204)
  t.deepEqual(await listening.rest(), [])
})

const wrong: [body: object, field: string][] = [
  [{}, 'name'],
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ name: 'x', scope: 'all' }, 'scope'],
  [{ name: 'x', expiresAt: 'tomorrow' }, 'expiresAt'],
  [{ name: 'x', expiresAt: '2100-02-30T00:00:00Z' }, 'expiresAt'],
  [{ name: 'x', expiresAt: '2100-01-31T00:00:00+01:00' }, 'expiresAt'],
  [{ name: 'x', expiresAt: '2100-01-31T00:00Z' }, 'expiresAt'],
  [{ name: 'x', expiresAt: '2020-01-31T00:00:00Z' }, 'expiresAt'],
  [{ name: 'x', secret: 'mine' }, 'secret'],
]
for (const [body, field] of wrong) {
  test(`no token of ${JSON.stringify(body).slice(0, 60)}`, async (t) => {
    t.deepEqual(fieldsOf(await ana.agent.post('/api/tokens').send(body).expect(422)), [field])
  })
}
