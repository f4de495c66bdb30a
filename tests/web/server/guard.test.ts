import test from 'ava'
import type { Response } from 'supertest'
import { commands, send } from './commands.ts'
import { lunch, PASSWORD, record, serveLedger } from './served.ts'

const { first, nobody, head, address } = await serveLedger()
const ana = await first()
const { id } = await record(ana)
const host = new URL(address).host

const isCrossSite = ({ status, body }: Response) =>
  status === 403 && (body as { type: string }).type === 'urn:expense-ledger:problem:cross-site'

const foreign: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: `http://evil.example:${new URL(address).port}` },
  { Origin: `http://127.0.0.1.evil.example` },
  { Origin: 'http://127.0.0.1:1' },
  { Origin: 'null' },
  { Origin: 'nonsense' },
  { Origin: '' },
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
]
const crossSite: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'nonsense' },
  { Origin: `http://${host}`, 'Sec-Fetch-Site': 'cross-site' },
]
for (const headers of foreign) {
  test(`nothing is answered to another site: ${JSON.stringify(headers)}`, async (t) => {
    t.true(isCrossSite(await ana.agent.get('/api/expenses').set(headers)))
    t.true(isCrossSite(await nobody().get('/api/session').set(headers)))
    t.true(isCrossSite(await ana.agent.options('/api/expenses').set(headers)))
  })
}
for (const [name, prepare] of Object.entries(commands)) {
  test.serial(`${name}: not from another site`, async (t) => {
    const asked = await prepare(ana)
    const before = await head()
    for (const headers of [...foreign, ...crossSite]) {
      t.true(isCrossSite(await send(ana.agent, asked, headers)), JSON.stringify(headers))
    }
    t.is(await head(), before)
  })
}

test('nobody is signed in or out from another site', async (t) => {
  const body = { email: ana.email, password: PASSWORD }
  for (const headers of [...foreign, ...crossSite]) {
    t.true(isCrossSite(await nobody().post('/api/session').set(headers).send(body)))
    t.true(isCrossSite(await ana.agent.delete('/api/session').set(headers)))
  }
  await ana.agent.get('/api/session').expect(200)
})

const own: Record<string, string>[] = [
  {},
  { Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' },
  { Origin: `http://${host}` },
  { 'Sec-Fetch-Site': 'same-origin' },
  { 'Sec-Fetch-Site': 'none' },
]
for (const headers of own) {
  test(`the page itself is answered: ${JSON.stringify(headers)}`, async (t) => {
    await ana.agent.post('/api/expenses').set(headers).send(lunch).expect(201)
    await ana.agent.get(`/api/expenses/${id}`).set(headers).expect(200)
    t.pass()
  })
}

test('where browsers find the ledger is its own site too', async (t) => {
  const { first } = await serveLedger(() => ({ publicUrl: new URL('https://ledger.example.com') }))
  const ana = await first()
  const post = (headers: Record<string, string>) => ana.agent.post('/api/expenses').set(headers).send(lunch)
  // Its cookie is for https alone, and this is not: so nobody is signed in, but it gets that far.
  t.is((await post({ Origin: 'https://ledger.example.com', 'Sec-Fetch-Site': 'same-origin' })).status, 401)
  t.true(isCrossSite(await post({ Origin: 'https://ledger.example.com.evil.example' })))
})

test('browsers are told to be strict', async (t) => {
  for (const path of ['/', '/api/session', '/api/nothing', '/healthz', '/assets/nothing.js']) {
    const { headers } = await fetch(address + path)
    const csp = headers.get('Content-Security-Policy') ?? ''
    t.regex(csp, /default-src 'self'/)
    t.regex(csp, /frame-ancestors 'none'/)
    t.notRegex(csp, /unsafe|\*|upgrade-insecure-requests/)
    t.is(headers.get('Strict-Transport-Security'), null)
    t.is(headers.get('X-Content-Type-Options'), 'nosniff')
    t.is(headers.get('Access-Control-Allow-Origin'), null)
    t.is(headers.get('X-Powered-By'), null)
    t.regex(headers.get('X-Request-Id') ?? '', /^[0-9a-f-]{36}$/)
  }
})

test('behind https they are told to stay there', async (t) => {
  const { address } = await serveLedger(() => ({ publicUrl: new URL('https://ledger.example.com') }))
  const { headers } = await fetch(`${address}/api/session`)
  t.regex(headers.get('Strict-Transport-Security') ?? '', /max-age=\d+/)
  t.regex(headers.get('Content-Security-Policy') ?? '', /upgrade-insecure-requests/)
})
