import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import type { RowDataPacket } from 'mysql2/promise'
import { newId } from '../../../../src/events/ids.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { PASSWORD, serveLedger, type Served } from '../served.ts'
import { asking, sendRaw } from './raw.ts'
import { redirects, traversals } from './tried.ts'

// What is tried on every server that can be reached. Cross-site requests are in guard.test.ts, bodies that are none in bad-bodies.test.ts.
const folder = temporaryFolder()
const page = join(folder, 'page')
mkdirSync(join(page, 'assets'), { recursive: true })
writeFileSync(join(page, 'index.html'), '<title>Expense Ledger</title>')
writeFileSync(join(folder, 'secret.txt'), 'the-neighbour-of-the-page')

const plain = await serveLedger(() => ({ page }))
const { address, first } = plain
const json = 'Content-Type: application/json'

/** The same under a name that leads here. */
const under = (name: string, request: string) => request.replace('Host: 127.0.0.1', `Host: ${name}`)

// Before anybody has registered: of a name of theirs that leads here, somebody's own page is a page of this site.
const eve = JSON.stringify({ name: 'Eve', email: 'eve@example.com', password: PASSWORD })
const registration = asking('POST /api/users', json, `Content-Length: ${eve.length}`, 'Origin: http://evil.example')
const rebound = await sendRaw(address, under('evil.example', registration) + eve)
await first()

test('a page under a name that was made to lead here does not become the first admin, and reads no figures', async (t) => {
  t.is(rebound.status, 403)
  t.regex(rebound.body, /problem:strange-name/)
  t.is((await sendRaw(address, under('evil.example', asking('GET /metrics')))).status, 403)
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) {
    t.is((await sendRaw(address, under(host, asking('GET /metrics')))).status, 200, host)
  }
})

test('nothing outside the page is found by any way of writing its path', async (t) => {
  for (const path of traversals) {
    const { status, all } = await sendRaw(address, asking(`GET ${path}`))
    t.true([200, 400, 404].includes(status), `${path}: ${status}`)
    t.notRegex(all, /neighbour|devDependencies|docsPage/, path)
  }
})

test('nobody is sent anywhere else', async (t) => {
  for (const path of redirects) {
    const { status, headers } = await sendRaw(address, asking(`GET ${path}`))
    t.true(status >= 200 && (status < 300 || status >= 400), `${path}: ${status}`)
    t.notRegex(headers, /^(location|refresh):/im, path)
  }
})

test('no header of an answer is written by whoever asks', async (t) => {
  const broken = '%0d%0aSet-Cookie:%20session=planted%0d%0aX-Planted:%20yes'
  const paths = [`/${broken}`, `/api/expenses/${broken}`, `/api/session?x=${broken}`, `/api/docs/${broken}`]
  const planted = { 'X-Request-Id': 'planted', 'Idempotency-Key': 'planted', 'Ledger-Position': '1' }
  for (const path of paths) {
    const answer = await fetch(address + path, { headers: planted })
    t.is(answer.headers.get('Set-Cookie'), null)
    t.is(answer.headers.get('X-Planted'), null)
    t.notRegex(answer.headers.get('X-Request-Id') ?? '', /planted/)
  }
  for (const header of ['Idempotency-Key: a\r\n b', 'X: a\nY: b', 'X : y', ': y', 'Idempotency-Key: a\0b']) {
    t.is((await sendRaw(address, asking('GET /api/session', header))).status, 400, JSON.stringify(header))
  }
})

test('what says in two ways where it ends is no request', async (t) => {
  for (const headers of [
    ['Content-Length: 4', 'Transfer-Encoding: chunked'],
    ['Content-Length: 4', 'Content-Length: 5'],
    ['Transfer-Encoding: chunked, identity'],
    ['Content-Length: -1'],
    ['Content-Length: 0x4'],
  ]) {
    const { status, body } = await sendRaw(address, `${asking('POST /api/session', ...headers)}0\r\n\r\nGET /api/x`)
    t.is(status, 400, headers.join())
    t.regex(body, /problem:malformed/)
  }
})

test('what is too large is refused before it is read', async (t) => {
  const long = 'x'.repeat(20_000)
  t.is((await sendRaw(address, asking(`GET /${long}`))).status, 431)
  t.is((await sendRaw(address, asking('GET /', `X: ${long}`))).status, 431)
  const large = `${(400_000).toString(16)}\r\n${'x'.repeat(400_000)}\r\n0\r\n\r\n`
  const chunked = asking('POST /api/session', json, 'Transfer-Encoding: chunked')
  t.is((await sendRaw(address, chunked + large)).status, 413)
  // Of whoever may not ask it is not even looked at.
  const unasked = asking('POST /api/expenses', json, 'Transfer-Encoding: chunked')
  t.is((await sendRaw(address, unasked + large)).status, 401)
})

test('who says to be a proxy is not believed, unless told to', async (t) => {
  const forwarded = {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Origin: 'https://evil.example',
  }
  const ask = (host: string) => fetch(`${host}/api/session`, { headers: forwarded })
  t.is((await ask(address)).status, 403)
  const proxied = await serveLedger(() => ({ trustProxy: 'loopback', page }))
  t.is((await ask(proxied.address)).status, 401)
  await limitedByAddress(t, proxied, plain)
})

/**
 * Wrong passwords count for the address that a trusted proxy names, the last one; whoever is no such proxy evades nothing by a header, and has
 * nobody else take the blame.
 */
async function limitedByAddress(t: ExecutionContext, proxied: Served, direct: Served): Promise<void> {
  const [spent, other] = ['192.0.2.7', '192.0.2.8']
  for (const { ledger } of [proxied, direct]) await spend(ledger, spent)
  t.is(await guessAs(proxied.address, spent), 429)
  t.is(await guessAs(proxied.address, `${other}, ${spent}`), 429)
  t.is(await guessAs(proxied.address, other), 401)
  t.is(await guessAs(direct.address, spent), 401)
  t.is(await guessAs(direct.address, other), 401)
  t.is(await failuresOf(proxied.ledger, other), 1)
  t.is(await failuresOf(proxied.ledger, '127.0.0.1'), 0)
  t.is(await failuresOf(direct.ledger, other), 0)
  t.is(await failuresOf(direct.ledger, '127.0.0.1'), 2)
  await spend(direct.ledger, '127.0.0.1')
  t.is(await guessAs(direct.address, other), 429)
}

const whoIs = ({ log }: Served['ledger'], network: string) => log.digest('failures', 'network', network)

/** From `network` come as many wrong passwords as are let through. */
async function spend(ledger: Served['ledger'], network: string): Promise<void> {
  const sql = `insert into failed_attempts (who, failures, ends_at) values (?, 100, utc_timestamp(6) + interval 1 minute)
    on duplicate key update failures = 100`
  await ledger.pool.query(sql, [whoIs(ledger, network)])
}

async function failuresOf(ledger: Served['ledger'], network: string): Promise<number> {
  const sql = 'select failures from failed_attempts where who = ?'
  const [[row]] = await ledger.pool.query<RowDataPacket[]>(sql, [whoIs(ledger, network)])
  return Number(row?.failures ?? 0)
}

async function guessAs(address: string, forwarded: string): Promise<number> {
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded }
  const body = JSON.stringify({ email: `${newId()}@example.com`, password: 'not the password' })
  return (await fetch(`${address}/api/session`, { method: 'POST', headers, body })).status
}

test('no page of the ledger is shown inside of another', async (t) => {
  for (const path of ['/', '/settings', '/api/docs', '/api/session', '/assets/nothing.js', '/healthz']) {
    const { headers } = await fetch(address + path)
    t.is(headers.get('X-Frame-Options'), 'DENY')
    t.regex(headers.get('Content-Security-Policy') ?? '', /frame-ancestors 'none'/)
  }
})

test('nothing of an address is part of the page', async (t) => {
  const script = encodeURIComponent('"><script>alert(1)</script>')
  for (const path of [`/${script}`, `/?q=${script}`, `/expenses/${script}`]) {
    t.is(await (await fetch(address + path)).text(), '<title>Expense Ledger</title>')
  }
})
