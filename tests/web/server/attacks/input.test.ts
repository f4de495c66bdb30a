import test from 'ava'
import type { Response } from 'supertest'
import { undefuse } from '../../../../src/web/api/csv.ts'
import { SessionList, User } from '../../../../src/web/api.ts'
import { parse } from '../exports/parse.ts'
import { cookieOf } from '../listening.ts'
import { bodyOf, fieldsOf, lunch, PASSWORD, record, serveLedger, since, type Person } from '../served.ts'
import { makeToken } from '../token-holder.ts'
import { injections, notTheirs } from './tried.ts'

// What people who are signed in try: with what they write, and with what they may know. Each alone, so that nothing else moves the head.
const served = await serveLedger()
const { address, nobody, head } = served
const ana = await served.first()
const ben = await served.member(ana)
const cleo = await served.member(ana)

test.serial('no text is ever part of a statement', async (t) => {
  const { categoryId, since: after } = await record(ben, { description: 'the only one' })
  const before = await head()
  const all = () => ben.agent.get('/api/expenses?limit=200').set(after).expect(200)
  const found = bodyOf(await all())
  const forged = (last: object) => Buffer.from(JSON.stringify([{}, last])).toString('base64url')
  for (const text of injections) {
    const value = encodeURIComponent(text)
    const matching = await ben.agent.get(`/api/expenses?q=${value}&category=${value}&totals=true`).expect(200)
    t.like(matching.body, { items: [], count: 0 })
    for (const path of [
      `/api/expenses?sort=${value}`,
      `/api/expenses?user=${value}`,
      `/api/expenses?asOf=${value}`,
      `/api/expenses?cursor=${forged({ value: text, position: 1 })}`,
      `/api/categories?cursor=${forged({ nameKey: 'food', id: text })}`,
      `/api/audit?type=${value}`,
      `/api/reports/spending?group=${value}`,
    ]) {
      t.is((await ben.agent.get(path)).status, 422, path)
    }
    await ben.agent.get(`/api/categories?cursor=${forged({ nameKey: text, id: categoryId })}`).expect(200)
    t.is((await ben.agent.get(`/api/expenses/${value}`)).status, 404)
    t.is((await nobody().post('/api/session').send({ email: text, password: text })).status, 401)
  }
  t.is(await head(), before)
  t.deepEqual(bodyOf(await all()), found)
})

test.serial('nothing is what it was not because of its name', async (t) => {
  const before = await head()
  const polluting = ['{"__proto__":{"polluted":1,"role":"admin"}}', '{"constructor":{"prototype":{"polluted":1}}}']
  const send = (path: string, text: string) =>
    ben.agent.patch(path).set('Content-Type', 'application/json').send(text).expect(422)
  for (const text of polluting) {
    const { id } = await record(ben)
    await send(`/api/users/${ben.id}`, text)
    await send(`/api/expenses/${id}`, text)
    const filter = `{"savedFilters":[{"name":"x","filter":${text}}]}`
    await ben.agent
      .put(`/api/users/${ben.id}/preferences`)
      .set('Content-Type', 'application/json')
      .send(filter)
      .expect(422)
  }
  for (const query of ['__proto__[polluted]=1', '__proto__.polluted=1', 'constructor[prototype][polluted]=1']) {
    await ben.agent.get(`/api/expenses?${query}`).expect(422)
  }
  const cursor = Buffer.from('[{"__proto__":{"user":"x"}},{"__proto__":{}}]').toString('base64url')
  await ben.agent.get(`/api/expenses?cursor=${cursor}`).expect(422)
  t.is(({} as { polluted?: number }).polluted, undefined)
  t.is(User.parse((await ben.agent.get('/api/session').expect(200)).body).role, 'member')
  t.is(await head(), before + 2)
})

for (const { route, fields, body } of notTheirs) {
  test.serial(`${route}: what no caller may decide is refused`, async (t) => {
    const { id } = await record(ana)
    const [method = '', path = ''] = route.replace('{expense}', id).replace('{user}', ana.id).split(' ')
    const before = await head()
    const planted = Object.fromEntries(fields.map((field) => [field, body[field] ?? 'planted']))
    const answer = await ana.agent[method.toLowerCase() as 'post'](path)
      .send({ ...body, ...planted })
      .expect(422)
    for (const field of fields) t.true(fieldsOf(answer).includes(field), field)
    t.is(await head(), before)
  })
}

test.serial('nobody makes themselves an admin', async (t) => {
  await ben.agent.patch(`/api/users/${ben.id}`).send({ role: 'admin' }).expect(403)
  await ben.agent.patch(`/api/users/${cleo.id}`).send({ role: 'admin' }).expect(404)
  await ben.agent.post('/api/tokens').send({ name: 'All', scope: 'admin' }).expect(403)
  const eve = { name: 'Eve', email: 'eve@example.com', password: PASSWORD, role: 'admin' }
  await ben.agent.post('/api/users').send(eve).expect(403)
  await nobody().post('/api/users').send(eve).expect(401)
  t.pass()
})

test.serial('to know the id of a session or a token is worth nothing', async (t) => {
  const cookie = await cookieOf(address, cleo)
  const token = await makeToken(cleo)
  const { items } = SessionList.parse(bodyOf(await cleo.agent.get('/api/sessions')))
  const as = (header: string, value: string) => fetch(`${address}/api/session`, { headers: { [header]: value } })
  for (const { id } of items) {
    await ben.agent.delete(`/api/sessions/${id}`).expect(404)
    t.is((await as('Cookie', `session=${id}`)).status, 401)
  }
  await ben.agent.delete(`/api/tokens/${token.id}`).expect(404)
  for (const guess of [token.id, `ledger_${token.id}`, token.token.slice(0, -1), `${token.token}0`, '', 'ledger_']) {
    t.is((await as('Authorization', `Bearer ${guess}`)).status, 401, guess)
  }
  t.is((await as('Cookie', cookie)).status, 200)
  t.is((await as('Authorization', `Bearer ${token.token}`)).status, 200)
})

test.serial('a session that somebody planted is worth nothing after signing in', async (t) => {
  const planted = await cookieOf(address, ben)
  const headers = { 'Content-Type': 'application/json', cookie: planted }
  const signIn = { method: 'POST', headers, body: JSON.stringify({ email: cleo.email, password: PASSWORD }) }
  const answer = await fetch(`${address}/api/session`, signIn)
  const own = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  t.regex(own, /^session=[\w-]{43}$/)
  t.not(own, planted)
  const who = async (cookie: string) => (await fetch(`${address}/api/session`, { headers: { cookie } })).status
  t.is(await who('session=chosen-by-somebody'), 401)
  t.is(await who(own), 200)
  t.is(await who(planted), 401)
})

const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

/** Browsers run what they take for a page: nothing that somebody wrote may be in one. */
function isNoPage(answer: Response): boolean {
  return !answer.type.includes('html') && answer.get('X-Content-Type-Options') === 'nosniff'
}

test.serial('script that somebody wrote comes back as text alone', async (t) => {
  const eve = await served.member(ana, { name: script })
  const { id, since: after } = await record(eve, { description: script, category: script })
  for (const path of [
    '/api/session',
    '/api/expenses',
    `/api/expenses/${id}`,
    `/api/expenses/${id}/history`,
    '/api/expenses.csv',
    '/api/expenses.json',
    '/api/categories',
    '/api/audit',
    '/api/reports/statement',
  ]) {
    t.true(isNoPage(await eve.agent.get(path).set(after).expect(200)), path)
  }
  const value = encodeURIComponent(script)
  for (const path of [`/api/${value}`, `/api/expenses?q=1&${value}=1`, `/api/expenses?sort=${value}`]) {
    t.true(isNoPage(await eve.agent.get(path)), path)
  }
})

test.serial('a spreadsheet runs nothing of an export, and what is read back is what was written', async (t) => {
  const formulas = [
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    'a;=1',
    '"=1"',
    "'=1",
  ]
  const eve = await served.member(ana, { name: '=cmd|calc' })
  const last = await recordAll(eve, formulas)
  const { text } = await eve.agent.get('/api/expenses.csv?sort=recorded').set(last).expect(200)
  const [header = [], ...rows] = parse(text)
  const cells = rows.map((row) => row[header.indexOf('description')] ?? '')
  t.deepEqual(cells.map(undefuse), formulas)
  for (const cell of rows.flat()) {
    for (const part of cell.split(/[;\t\r\n]/)) if (!/^-?\d+\.\d+$/.test(part)) t.notRegex(part, /^\s*[=+\-@＝＋－＠]/u)
  }
})

async function recordAll(person: Person, descriptions: readonly string[]) {
  let last: ReturnType<typeof since> | undefined
  for (const description of descriptions) {
    last = since(await person.agent.post('/api/expenses').send({ ...lunch, description, category: description }))
  }
  return last!
}
