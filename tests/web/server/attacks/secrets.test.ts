import test from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Test } from 'supertest'
import { openLogger } from '../../../../src/ops/logger.ts'
import { cookieOf } from '../listening.ts'
import { PASSWORD, record, serveLedger, since } from '../served.ts'
import { makeToken, showing } from '../token-holder.ts'

// A ledger that tells its log everything, and people whose secrets must nowhere be seen: not there, in no error, figure, event or table.
const METRICS_TOKEN = 'figures-for-the-metrics-only'
const WORDS = 'Zimtschnecke'
const logged: string[] = []
let broken = false
const logger = openLogger('trace', { write: (line) => void logged.push(line) })
const failing = () => Object.assign(new Error('The statement failed'), { sql: `insert '${WORDS}'`, values: [PASSWORD] })
const served = await serveLedger(({ handle }) => ({
  logger,
  metricsToken: METRICS_TOKEN,
  handle: (...asked) => (broken ? Promise.reject(failing()) : handle(...asked)),
}))
const { address, adminUrl } = served
const ana = await served.first(`Ana ${WORDS}`, `${WORDS}@example.com`)

/** What was said to those who were refused. */
const refusals: string[] = []
function overheard(asked: Test): Test {
  return asked.expect(({ status, text }) => {
    if (status >= 400) refusals.push(text)
  })
}
ana.agent.use(overheard)
const nobody = () => served.nobody().use(overheard)

/** All that can be done with secrets, well and badly; resolves to every secret there is. */
async function live(): Promise<string[]> {
  const cookie = await cookieOf(address, ana)
  const token = await makeToken(ana)
  const expense = await record(ana, { description: WORDS })
  await showing(token, nobody()).get('/api/expenses').expect(200)
  const [wrong, next] = ['a wrong password of hers', 'her next password']
  await nobody().post('/api/session').send({ email: ana.email, password: wrong }).expect(401)
  await showing({ token: `ledger_${wrong}` }, nobody())
    .get('/api/expenses')
    .expect(401)
  await nobody().get(`/metrics?token=${METRICS_TOKEN}`).set('Authorization', `Bearer ${METRICS_TOKEN}`).expect(200)
  await ana.agent.post('/api/expenses').set('Content-Type', 'application/json').send(`{"a":"${WORDS}`).expect(400)
  await ana.agent.get(`/api/expenses?q=${WORDS}&password=${PASSWORD.replaceAll(' ', '+')}`).expect(422)
  broken = true
  await ana.agent
    .patch(`/api/expenses/${expense.id}`)
    .send({ description: `${WORDS} again` })
    .expect(500)
  broken = false
  await ana.agent.put(`/api/users/${ana.id}/password`).send({ current: PASSWORD, password: next }).expect(204)
  return [PASSWORD, next, wrong, cookie.slice('session='.length), token.token, METRICS_TOKEN]
}
const secrets = await live()

function shownIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))
}

test('no secret and nothing that anybody wrote is in the log of the server', (t) => {
  t.regex(logged.join(''), /A request failed/)
  t.deepEqual(shownIn(logged.join(''), [...secrets, WORDS]), [])
})

test('no secret and nothing that anybody wrote is in an error', (t) => {
  t.true(refusals.length >= 5)
  t.deepEqual(shownIn(refusals.join(''), [...secrets, WORDS]), [])
})

test('no figure says whose it is', async (t) => {
  const headers = { Authorization: `Bearer ${METRICS_TOKEN}` }
  const text = await (await fetch(`${address}/metrics`, { headers })).text()
  t.regex(text, /ledger_http_request_seconds/)
  t.deepEqual(shownIn(text, [...secrets, WORDS, ana.id]), [])
})

test('no secret is an event, or stands in any table as it is; what somebody wrote is sealed in the log', async (t) => {
  const database = await createConnection(adminUrl)
  const [tables] = await database.query<RowDataPacket[]>('show tables')
  const names = tables.map((row) => String(Object.values(row)[0]))
  t.true(names.includes('events') && names.includes('sessions') && names.includes('tokens'))
  for (const name of names) {
    const [rows] = await database.query<RowDataPacket[]>(`select * from \`${name}\``)
    const text = rows.flatMap((row) => Object.values(row).map(textOf)).join('\n')
    t.deepEqual(shownIn(text, secrets), [], name)
    if (['events', 'claims', 'commands'].includes(name)) t.deepEqual(shownIn(text, [WORDS]), [], name)
  }
  await database.end()
})

function textOf(value: unknown): string {
  return Buffer.isBuffer(value) ? `${value.toString('latin1')} ${value.toString('hex')}` : JSON.stringify(value)
}

test('what is exported for an auditor holds no words and no secrets', async (t) => {
  const agent = await served.signIn(ana.email, 'her next password')
  const { text } = await agent.get('/api/audit/export').buffer(true).expect(200)
  t.regex(text, /ExpenseRecorded/)
  t.deepEqual(shownIn(text, [...secrets, WORDS]), [])
})

test('nobody writes a line into the log', async (t) => {
  const line = '\n{"level":60,"msg":"The ledger was sold"}\r\n'
  const agent = await served.signIn(ana.email, 'her next password')
  const value = encodeURIComponent(line)
  await agent.get(`/api/expenses?q=${value}`).expect(200)
  await agent.get(`/api/${value}`).expect(404)
  const made = await agent.post('/api/categories').send({ name: line }).expect(201)
  await agent.get('/api/categories').set(since(made)).expect(200)
  await fetch(`${address}/${value}`, { headers: { 'User-Agent': 'x\t{"level":60}' } })
  for (const one of logged) {
    t.is(one.indexOf('\n'), one.length - 1)
    t.not((JSON.parse(one) as { msg: string }).msg, 'The ledger was sold')
  }
})
