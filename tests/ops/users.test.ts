import test, { type ExecutionContext } from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { User } from '../../src/web/api.ts'
import type { UserId } from '../../src/events/ids.ts'
import { openLedger } from '../../src/ops/ledger.ts'
import { openSecondFactors } from '../../src/web/server/second-factor/store.ts'
import { openPasswords } from '../../src/web/server/signing-in/passwords.ts'
import { freshDatabase } from '../database.ts'
import { shown } from '../web/server/second-factor/authenticator.ts'
import { runVerb, startLedger } from './ledger-process.ts'
import { onTerminal } from './terminal.ts'

const PASSWORD = 'correct horse battery'
const ana = ['user', 'add', '--name', 'Ana Novak', '--email', 'ana@example.com']
const ben = ['user', 'add', '--name', 'Ben Okafor', '--email', 'ben@example.com']
const anew = ['user', 'password', '--email', 'Ana@example.com']

/** A database, and what asks the verbs for it. */
async function begin(t: ExecutionContext) {
  const url = await freshDatabase()
  const env = { DATABASE_URL: url }
  return { url, env, run: (args: readonly string[], input = `${PASSWORD}\n`) => runVerb(t, args, env, input) }
}

async function post(address: string, path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${address}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

const signIn = (address: string, password: string) => post(address, 'session', { email: 'ana@example.com', password })

test('whoever is added first is the admin, later ones are what was asked for; beside a ledger that serves', async (t) => {
  const { url, env, run } = await begin(t)
  const address = await startLedger(t, env).address()
  const first = await run([...ana, '--role', 'member', '--json'])
  t.is(first.code, 0, first.said)
  t.like(User.parse(JSON.parse(first.answered)), { name: 'Ana Novak', role: 'admin', currency: 'EUR', version: 1 })
  t.is((await signIn(address, PASSWORD)).status, 200)
  t.is((await post(address, 'users', { name: 'Late', email: 'late@example.com', password: PASSWORD })).status, 401)

  const later = await run([...ben, '--currency', 'CHF'])
  t.regex(later.said, /^Ben Okafor is registered, as member, and can sign in as ben@example\.com\.$/m)
  const connection = await createConnection({ uri: url })
  const [events] = await connection.query<RowDataPacket[]>('select actor_id, metadata from events order by position')
  await connection.end()
  t.is(events.length, 2)
  for (const { actor_id, metadata } of events) {
    t.is(actor_id, null)
    t.like(JSON.parse(metadata as string), { origin: 'cli' })
  }
})

test('a password that was lost is set anew, and whoever used the old one is signed out', async (t) => {
  const { url, env, run } = await begin(t)
  await run(ana)
  const address = await startLedger(t, env).address()
  const cookie = (await signIn(address, PASSWORD)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { code, said } = await run(anew, 'another good password\r\nand what is not read')
  t.is(code, 0, said)
  t.is((await fetch(`${address}/api/session`, { headers: { cookie } })).status, 401)
  t.is((await signIn(address, PASSWORD)).status, 401)
  t.is((await signIn(address, 'another good password')).status, 200)
  const connection = await createConnection({ uri: url })
  const [written] = await connection.query<RowDataPacket[]>(
    `select address, actor_id from access_log where type = 'PasswordChanged'`,
  )
  await connection.end()
  t.deepEqual(written, [{ address: null, actor_id: null }] as never)
})

test('the second factor of who has lost it is turned off', async (t) => {
  const { url, run } = await begin(t)
  const { id } = JSON.parse((await run([...ana, '--json'])).answered) as { id: UserId }
  const { pool, log, close } = await openLedger(url)
  t.teardown(close)
  const factors = openSecondFactors({ pool, log })
  const since = await openPasswords(pool).check(id, PASSWORD)
  await factors.turnOn(id, shown(await factors.offer(id, since!)))
  const about = ['user', 'second-factor', '--email', 'ana@example.com']
  const on = await run([...about, '--json'])
  t.like(JSON.parse(on.answered), { id, recoveryCodes: 10 })
  const { code, said } = await run([...about, '--off'])
  t.is(code, 0, said)
  t.regex(said, /^ana@example\.com signs in with the password alone\.$/m)
  t.deepEqual(await factors.of(id), { onSince: null, recoveryCodes: 0 })
})

const refused: [what: string, args: string[], said: RegExp, input?: string][] = [
  ['what is missing is named', ['user', 'add'], /^--name: Required; --email: Required$/m],
  ['an address that is none', [...ana.slice(0, -1), 'ana'], /^--email: Expected an e-mail address$/m],
  ['a role that is none', [...ben, '--role', 'owner'], /^--role: /m],
  ['an address that is taken', ana, /^Another user has this e-mail address$/m],
  ['a password that is too short', ben, /^The password: Expected at least 10 characters/m, 'short\n'],
  ['no password at all', ben, /^The password: Expected at least 10 characters/m, ''],
  ['a password as an argument', [...ben, '--password', PASSWORD], /Unknown option '--password'/],
  ['somebody who is not there', ['user', 'password', '--email', 'ben@example.com'], /^Nobody here has the address/m],
]
test('what cannot be done is said in one line, and nothing happens', async (t) => {
  const { url, run } = await begin(t)
  await run(ana)
  for (const [what, args, said, input] of refused) {
    const answer = await run(args, input)
    t.is(answer.code, 1, what)
    t.regex(answer.said, said, what)
    t.notRegex(answer.said, /\.ts:\d+/)
  }
  const connection = await createConnection({ uri: url })
  const [[row]] = await connection.query<RowDataPacket[]>('select count(*) as events from events')
  await connection.end()
  t.is(row?.events, 1)
})

test('on a terminal the password is asked for twice, and nothing of it is shown', async (t) => {
  const { env } = await begin(t)
  const answers: [RegExp, string][] = [
    [/New password: /, `${PASSWORD}\r`],
    [/Once more: /, `${PASSWORD}\r`],
  ]
  const { code, shown } = await onTerminal(t, [...ana, '--json'], env, answers)
  t.is(code, 0, shown)
  t.regex(shown, /"role":"admin"/)
  t.notRegex(shown, /correct|horse|battery|\*/)
})

const givenUp: [what: string, answers: [RegExp, string][], said: RegExp][] = [
  ['Ctrl-C', [[/New password: /, 'correct\u0003']], /Nothing was changed\./],
  ['Ctrl-D', [[/New password: /, '\u0004']], /Nothing was changed\./],
  ['too short', [[/New password: /, 'short\r']], /Expected at least 10 characters/],
  [
    'a slip',
    [
      [/New password: /, `${PASSWORD}\r`],
      [/Once more: /, 'correct horse batery\r'],
    ],
    /two different passwords/,
  ],
]
for (const [what, answers, said] of givenUp) {
  test(`on a terminal nothing is changed after ${what}`, async (t) => {
    const { env, run } = await begin(t)
    const { code, shown } = await onTerminal(t, ana, env, answers)
    t.is(code, 1)
    t.regex(shown, said)
    t.is((await run(anew)).said.split('\n').at(-2), 'Nobody here has the address Ana@example.com')
  })
}
