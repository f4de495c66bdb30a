import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { makeAccount } from '../../src/ops/privileges/grant.ts'
import { openPrivateDatabase } from '../../src/ops/private-database.ts'
import { serverProcess } from '../../src/ops/private-database/server-process.ts'
import { freshDatabase, servingAccount } from '../database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runVerb, startLedger } from './ledger-process.ts'

const json = { 'Content-Type': 'application/json' }
const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
const lunch = { category: 'Food', description: 'Lunch', date: '2026-11-23', amount: '12.50' }

/** Registers Ana, records lunch and finds it in the list. */
async function use(t: ExecutionContext, address: string): Promise<void> {
  const post = (path: string, body: object, headers = {}) => {
    return fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    })
  }
  const registered = await post('users', ana)
  t.is(registered.status, 201)
  const cookie = registered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const recorded = await post('expenses', lunch, { cookie, 'Idempotency-Key': 'lunch' })
  t.is(recorded.status, 201)
  const headers = { cookie, 'Ledger-Position': recorded.headers.get('Ledger-Position') ?? '' }
  const list = await fetch(`${address}/api/expenses`, { headers })
  t.is(((await list.json()) as { items: unknown[] }).items.length, 1)
}

/** A user name that no other test has: accounts belong to the server, not to a database. */
function namedAfter(t: ExecutionContext, adminUrl: string): string {
  const url = new URL(adminUrl)
  url.username = `${url.pathname.slice(-12)}`
  url.password = 'pässword of ledger'
  t.teardown(() => ask(adminUrl, `drop user '${url.username}'@'%'`))
  return url.href
}

async function ask(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: url })
  try {
    return (await connection.query<RowDataPacket[]>(sql))[0]
  } finally {
    await connection.end()
  }
}

test('who migrates makes the account that serves, and that is enough for all that the ledger does', async (t) => {
  const adminUrl = await freshDatabase()
  const limited = { DATABASE_URL: namedAfter(t, adminUrl) }
  t.is((await runVerb(t, ['migrate'], { ...limited, DATABASE_ADMIN_URL: adminUrl })).code, 0)
  t.deepEqual(await runVerb(t, ['migrate'], limited), { code: 0, answered: '', said: '' })

  const ledger = startLedger(t, limited)
  await use(t, await ledger.address())
  t.is((await runVerb(t, ['rebuild', '--json'], limited)).code, 0)
  t.deepEqual(JSON.parse((await runVerb(t, ['check', '--json'], limited)).answered), { ok: true, differences: [] })
  ledger.kill('SIGTERM')
  const { code, said } = await ledger.ended
  t.is(code, 0)
  t.notRegex(said, /Warning/)
})

test('somebody of whom the server knows nothing is made, whichever way it refuses them', async (t) => {
  const adminUrl = await freshDatabase()
  const [server] = await ask(adminUrl, 'select version() as version')
  // MySQL knows one way only.
  if (!String(server?.version).includes('MariaDB')) {
    t.pass()
    return
  }
  // MariaDB asks a stranger for what it would ask one of its users for, and says 1698 where that is no password.
  const { username } = new URL(namedAfter(t, adminUrl))
  const url = new URL(adminUrl)
  url.password = 'of a stranger'
  await ask(adminUrl, `create user '${username}'@'%' identified via unix_socket`)
  for (let turn = 0, code; code !== 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'; turn++) {
    if (turn === 1_000) throw new Error('The server asks every stranger for a password')
    url.username = `stranger${turn}`
    code = ((await t.throwsAsync(ask(url.href, 'select 1'))) as { code?: string }).code
  }
  t.teardown(() => ask(adminUrl, `drop user '${url.username}'@'%'`))
  // It signs in as whom it has made.
  await t.notThrowsAsync(makeAccount(adminUrl, url.href))
})

test('the demo needs no more rights than serving', async (t) => {
  const limited = { DATABASE_URL: await servingAccount(await freshDatabase()) }
  t.is((await runVerb(t, ['demo'], limited)).code, 0)
})

test('a user without the rights to begin is told what to do, in one line', async (t) => {
  const adminUrl = await freshDatabase()
  const url = namedAfter(t, adminUrl)
  const { username, password } = new URL(url)
  await ask(adminUrl, `create user '${username}'@'%' identified by '${decodeURIComponent(password)}'`)
  const { code, said } = await runVerb(t, ['check'], { DATABASE_URL: url })
  t.is(code, 1)
  t.regex(
    said,
    /^DATABASE_URL: the user \w+ may not make the ledger's tables at \S+: run the verb "migrate" with .+\n$/,
  )
})

test('a right that is missing is named, in one line', async (t) => {
  const adminUrl = await freshDatabase()
  const env = { DATABASE_URL: namedAfter(t, adminUrl), DATABASE_ADMIN_URL: adminUrl }
  await runVerb(t, ['migrate'], env)
  const { username, pathname } = new URL(env.DATABASE_URL)
  await ask(adminUrl, `revoke insert on ${pathname.slice(1)}.events from '${username}'@'%'`)
  const { code, said } = await startLedger(t, { DATABASE_URL: env.DATABASE_URL }).ended
  t.is(code, 1)
  t.regex(
    said,
    /^DATABASE_URL: the user \w+ lacks insert on events: run the verb "migrate" with DATABASE_ADMIN_URL set\n$/,
  )
  t.is((await runVerb(t, ['migrate'], env)).code, 0)
  t.is((await runVerb(t, ['check'], { DATABASE_URL: env.DATABASE_URL })).code, 0)
})

test('who could rewrite the past is warned of it', async (t) => {
  const { said, code } = await runVerb(t, ['migrate'], { DATABASE_URL: await freshDatabase() })
  t.is(code, 0)
  t.regex(
    said,
    /^Warning: the database user root can rewrite the past \(update, delete, drop, alter, trigger on events\)/m,
  )
})

test('an admin who may not give rights away says so, in one line', async (t) => {
  const adminUrl = await freshDatabase()
  const [owner, url] = [namedAfter(t, adminUrl), new URL(adminUrl)]
  const { username, password, pathname } = new URL(owner)
  await ask(adminUrl, `create user '${username}'@'%' identified by '${decodeURIComponent(password)}'`)
  await ask(adminUrl, `grant all on ${pathname.slice(1)}.* to '${username}'@'%'`)
  url.username = 'nobody'
  const env = { DATABASE_ADMIN_URL: owner, DATABASE_URL: url.href }
  const { code, said } = await runVerb(t, ['check'], env)
  t.is(code, 1)
  t.regex(said, /^DATABASE_ADMIN_URL: its user cannot give the user of DATABASE_URL its rights: .+$/m)
})

test('with a database of its own the ledger is not its root', async (t) => {
  const dataDir = temporaryFolder()
  t.teardown(() => {
    const server = serverProcess(join(dataDir, 'database', 'data'))
    if (server !== undefined) process.kill(server, 'SIGKILL')
  })
  const ledger = startLedger(t, { DATA_DIR: dataDir })
  await use(t, await ledger.address())
  const database = await openPrivateDatabase({ dataDir })
  const users = await ask(
    database.adminUrl(''),
    "select distinct user from information_schema.processlist where db = 'ledger'",
  )
  t.deepEqual(users, [{ user: 'ledger' }])
  t.is((await runVerb(t, ['check'], { DATA_DIR: dataDir })).code, 0)
  ledger.kill('SIGTERM')
  t.is((await ledger.ended).code, 0)
  await database.stop()
  const again = startLedger(t, { DATA_DIR: dataDir })
  t.is((await fetch(`${await again.address()}/readyz`)).status, 200)
  again.kill('SIGTERM')
  const { said } = await again.ended
  t.notRegex(said, /Migrating|Warning/)
})
