import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import test from 'ava'
import { newId } from '../../src/events/ids.ts'
import { turnedAway } from '../../src/ops/turned-away.ts'
import { ExpenseList } from '../../src/web/api.ts'
import { freshDatabase } from '../database.ts'
import { startLedger } from './ledger-process.ts'

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
const lunch = { category: 'Food', description: 'Lunch', date: '2026-11-23', amount: '12.50' }
const json = { 'Content-Type': 'application/json' }

/** The first user's cookie. */
async function register(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/users`, { method: 'POST', headers: json, body: JSON.stringify(ana) })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function listen(server: Server, port = 0, host = '127.0.0.1'): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test.serial('told to stop, it finishes what is under way and takes nothing new', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const ledger = startLedger(t, { DATABASE_URL: await freshDatabase() })
    const address = await ledger.address()
    const cookie = await register(address)
    const body = JSON.stringify(lunch)
    const headers = { ...json, cookie, 'Content-Length': Buffer.byteLength(body), Expect: '100-continue' }
    const underWay = request(`${address}/api/expenses`, { method: 'POST', headers })
    const answered = once(underWay, 'response')
    underWay.write(body.slice(0, 10))
    await once(underWay, 'continue')
    ledger.kill(signal)
    await ledger.says(/^Stopping …$/m)
    await t.throwsAsync(fetch(`${address}/healthz`))
    underWay.end(body.slice(10))
    const [answer] = (await answered) as [IncomingMessage]
    t.is(answer.statusCode, 201)
    answer.resume()
    t.is((await ledger.ended).code, 0)
  }
})

test.serial(
  'told to stop behind a proxy, it goes on for as long as it was told to, but is not ready any more',
  async (t) => {
    const ledger = startLedger(t, { DATABASE_URL: await freshDatabase(), DRAIN_SECONDS: '2' })
    const address = await ledger.address()
    ledger.kill('SIGTERM')
    await ledger.says(/^Stopping …$/m)
    const ready = await fetch(`${address}/readyz`)
    t.is(ready.status, 503)
    t.deepEqual(((await ready.json()) as { reasons: string[] }).reasons, ['the ledger is stopping'])
    const asked = await fetch(`${address}/api/session`)
    t.is(asked.status, 401)
    t.is(asked.headers.get('Connection'), 'close')
    t.is((await ledger.ended).code, 0)
    await t.throwsAsync(fetch(`${address}/healthz`))
  },
)

test('whoever still sends requests is waited for up to three times as long, and no longer', async (t) => {
  let looks = 0
  await turnedAway(1_500, () => [0, 999, 1_000][looks++] ?? 0)
  t.is(looks, 3)
  const begun = performance.now()
  await turnedAway(100, () => 0)
  t.true(performance.now() - begun > 290)
})

test.serial('killed while many record, it has lost and doubled nothing that was answered', async (t) => {
  const env = { DATABASE_URL: await freshDatabase() }
  const killed = startLedger(t, env)
  const first = await killed.address()
  const cookie = await register(first)
  const post = (address: string, id: string) => {
    const headers = { ...json, cookie, 'Idempotency-Key': `key of ${id}` }
    return fetch(`${address}/api/expenses`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...lunch, description: id }),
    })
  }

  const answered: string[] = []
  const unanswered: string[] = []
  async function client(): Promise<void> {
    for (;;) {
      const description = newId()
      try {
        const answer = await post(first, description)
        if (answer.status !== 201) throw new Error(`${answer.status}`)
        await answer.text()
        answered.push(description)
      } catch {
        unanswered.push(description)
        return
      }
      if (answered.length === 400) killed.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 32 }, client))
  t.is(unanswered.length, 32)

  const again = startLedger(t, env)
  const second = await again.address()
  const retried = await Promise.all(unanswered.map((description) => post(second, description)))
  t.true(retried.every(({ status }) => status === 201))
  const position = retried
    .map(({ headers }) => Number(headers.get('Ledger-Position')))
    .sort((a, b) => a - b)
    .at(-1)

  const recorded: string[] = []
  let query = 'limit=200'
  while (query) {
    const headers = { cookie, 'Ledger-Position': `${position}` }
    const answer = await fetch(`${second}/api/expenses?${query}`, { headers })
    const { items, next } = ExpenseList.parse(await answer.json())
    recorded.push(...items.map(({ description }) => description))
    query = next === null ? '' : `limit=200&cursor=${next}`
  }
  t.deepEqual(recorded.sort(), [...answered, ...unanswered].sort())
})

test('a database server that comes up beside it is waited for', async (t) => {
  const url = new URL(await freshDatabase())
  const door = createServer((socket) => {
    const server = connect(url.searchParams.get('socketPath') ?? '')
    socket.pipe(server).pipe(socket)
    for (const end of [socket, server]) end.on('error', () => end.destroy())
  })
  // Not one of this machine's own names: there a server is or is not, and nobody waits.
  const port = await listen(createServer().unref(), 0, '127.0.0.2').then((port) => port + 1)
  const ledger = startLedger(t, { DATABASE_URL: `mysql://root@127.0.0.2:${port}${url.pathname}` })
  await ledger.says(/^Waiting for the database server, up to 30 s: no database server answers at 127\.0\.0\.2:\d+$/m)
  await listen(door, port, '127.0.0.2')
  t.teardown(() => door.close())
  t.is((await fetch(`${await ledger.address()}/readyz`)).status, 200)
  ledger.kill('SIGTERM')
  const { code, said } = await ledger.ended
  t.is(code, 0)
  t.is(said.match(/Waiting/g)?.length, 1)
})

test('told to stop while it waits for its database, it stops', async (t) => {
  const ledger = startLedger(t, { DATABASE_URL: 'mysql://root@127.0.0.2:1/ledger' })
  await ledger.says(/^Waiting/m)
  ledger.kill('SIGTERM')
  t.is((await ledger.ended).code, 0)
})

test('before anybody has registered it does not open to others', async (t) => {
  const { code, said } = await startLedger(t, { HOST: '0.0.0.0', DATABASE_URL: await freshDatabase() }).ended
  t.is(code, 1)
  t.regex(said, /^HOST 0\.0\.0\.0 lets others in, and nobody has registered yet: .*; or set ALLOW_FIRST_RUN=true$/m)
})

const unusable: Record<string, [env: () => Promise<Record<string, string>>, said: RegExp]> = {
  'a port that is no number': [async () => ({ PORT: 'abc' }), /PORT: expected a port, 0 to 65535/],
  'a malformed DATABASE_URL': [async () => ({ DATABASE_URL: 'mysql//db' }), /DATABASE_URL: expected mysql:\/\/user/],
  'a DATABASE_URL_FILE that is not there': [
    async () => ({ DATABASE_URL: '', DATABASE_URL_FILE: '/nowhere/url' }),
    /DATABASE_URL_FILE: \/nowhere\/url cannot be read/,
  ],
  'a database server that is not there': [
    async () => ({ DATABASE_URL: 'mysql://root:secret@localhost:1/ledger' }),
    /DATABASE_URL: no database server answers at localhost:1/,
  ],
  'a socket that is not there': [
    async () => ({ DATABASE_URL: 'mysql://root@localhost/ledger?socketPath=/nowhere/s.sock' }),
    /DATABASE_URL: no database server answers at \/nowhere\/s\.sock/,
  ],
  'a user whom the server refuses': [
    async () => ({ DATABASE_URL: (await freshDatabase()).replace('root@', 'nobody:secret@') }),
    /DATABASE_URL: the server at \S+ refuses the user nobody/,
  ],
  'a user of its own whom the server refuses': [
    async () => {
      const url = await freshDatabase()
      return { DATABASE_ADMIN_URL: url, DATABASE_URL: url.replace('root@', 'root:secret@') }
    },
    /DATABASE_URL: the server at \S+ refuses the user root/,
  ],
  'a database that is not there': [
    async () => ({ DATABASE_URL: (await freshDatabase()).replace(/test_\w+/, 'nothing') }),
    /DATABASE_URL: there is no database nothing at \S+/,
  ],
  'something else where the database server should be': [
    async () => {
      const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).unref()
      return { DATABASE_URL: `mysql://root@localhost:${await listen(other)}/ledger` }
    },
    /DATABASE_URL: /,
  ],
  'a port that is taken': [
    async () => ({ PORT: `${await listen(createServer().unref())}`, DATABASE_URL: await freshDatabase() }),
    /Port \d+ is taken: stop what listens there, or set PORT/,
  ],
  'a host that is not this machine’s': [async () => ({ HOST: '192.0.2.1' }), /HOST 192\.0\.2\.1 cannot be listened on/],
}
for (const [what, [environment, expected]] of Object.entries(unusable)) {
  test(`${what} is told in one line`, async (t) => {
    const { code, said } = await startLedger(t, await environment()).ended
    t.is(code, 1)
    t.regex(said, expected)
    t.regex(said, /^[^\n]+\n$/)
    t.notRegex(said, /secret/)
  })
}
