import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { registerCompletionHandler } from 'ava'
import { pino } from 'pino'
import request from 'supertest'
import type { Response, Test } from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { UserId } from '../../../src/events/ids.ts'
import { openCheckpoints } from '../../../src/events/log/merkle/checkpoints.ts'
import { readSigningKey } from '../../../src/events/log/merkle/note-key.ts'
import { openTree } from '../../../src/events/log/merkle/stored-tree.ts'
import { openAuditing } from '../../../src/ops/audit/auditing.ts'
import { openDemo } from '../../../src/ops/demo/on-request.ts'
import { openLedger } from '../../../src/ops/ledger.ts'
import { isPassing } from '../../../src/ops/passing.ts'
import { Category, Expense, User } from '../../../src/web/api.ts'
import { createApp } from '../../../src/web/server/app.ts'
import { openAccessLog } from '../../../src/web/server/access-log/access-log.ts'
import { openErasures } from '../../../src/web/server/erasing/erasures.ts'
import { openHealth } from '../../../src/web/server/health/health.ts'
import { openServer } from '../../../src/web/server/http/open-server.ts'
import { openMetrics } from '../../../src/web/server/metrics/metrics.ts'
import { openSecondFactors } from '../../../src/web/server/second-factor/store.ts'
import { firstRun } from '../../../src/web/server/signing-in/first-run.ts'
import type { Parts } from '../../../src/web/server/parts.ts'
import { openLimits } from '../../../src/web/server/signing-in/limits.ts'
import { openPasswords } from '../../../src/web/server/signing-in/passwords.ts'
import { openPreferences } from '../../../src/web/server/preferences/store.ts'
import { openSessions } from '../../../src/web/server/signing-in/sessions.ts'
import { openTokens } from '../../../src/web/server/signing-in/tokens.ts'
import { freshDatabase, servingAccount } from '../../database.ts'
import { fits } from './answers.ts'

export const PASSWORD = 'correct horse battery'
/** For tests only. */
export const SIGNING_KEY = 'ab'.repeat(32)

export type Served = Awaited<ReturnType<typeof serveLedger>>
export type Agent = TestAgent
/** Somebody who is signed in. */
export type Person = { agent: Agent; id: UserId; email: string }

/**
 * A whole ledger on a database of its own, with no more rights there than serving needs, asked through its routes; `changed`
 * parts stand in for the real ones. Every answer that anybody gets is held against the contract. Ends with the test file.
 */
export async function serveLedger(changed: (parts: Parts) => Partial<Parts> = () => ({})) {
  const adminUrl = await freshDatabase()
  const url = await servingAccount(adminUrl)
  const metrics = openMetrics()
  const ledger = await openLedger(url, { onBatch: metrics.onBatch })
  const { pool, log, handle, projections } = ledger
  const following = projections.follow()
  const secrets = { sessions: openSessions(pool), tokens: openTokens(pool), passwords: openPasswords(pool) }
  const secondFactors = openSecondFactors({ pool, log })
  const rest = { secondFactors, preferences: openPreferences(pool), fillWithDemo: openDemo({ handle, log }) }
  const erased: UserId[] = []
  const erasures = openErasures({ pool, log, projections, note: (id) => erased.push(id) })
  const doors = { ...secrets, ...rest, erasures, isFirstRun: firstRun({ log }) }
  const logger = pino({ level: 'silent' })
  const access = { limits: openLimits({ pool, log }), accessLog: openAccessLog({ pool, logger }) }
  const health = openHealth(log, projections)
  const tree = openTree(pool)
  const key = readSigningKey(SIGNING_KEY)
  const checkpoints = openCheckpoints({ pool, tree, key })
  const auditing = openAuditing({ url, pool, checkpoints, verifierKey: key.verifierKey })
  const audited = { tree, checkpoints, auditing }
  const settings = { logger, isPassing, page: '/nowhere' }
  const parts: Parts = { log, ...audited, handle, projections, health, metrics, ...doors, ...access, ...settings }
  const app = createApp({ ...parts, ...changed(parts) })
  const server = openServer((req, res) => void app(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  registerCompletionHandler(() => {
    server.close()
    server.closeAllConnections()
    following.unsubscribe()
    void auditing.close()
    void ledger.close()
  })

  /** Somebody with a browser, not signed in. */
  function nobody(): Agent {
    const agent = request.agent(server)
    return agent.use((asked: Test) => asked.expect((answer) => fits(asked.method, asked.url, answer)))
  }

  async function signIn(email: string, password = PASSWORD): Promise<Agent> {
    const agent = nobody()
    await agent.post('/api/session').send({ email, password }).expect(200)
    return agent
  }

  /** The first user, who is admin. */
  async function first(name = 'Ana Novak', email = 'ana@example.com'): Promise<Person> {
    const agent = nobody()
    const answer = await agent.post('/api/users').send({ name, email, password: PASSWORD }).expect(201)
    return { agent, id: User.parse(answer.body).id, email }
  }

  let members = 0
  /** Somebody whom `admin` adds: a member unless `more` says otherwise. */
  async function member(admin: Person, more: Record<string, string> = {}): Promise<Person> {
    members += 1
    const fields = { name: `Ben the ${members}.`, email: `ben${members}@example.com`, ...more }
    const answer = await admin.agent.post('/api/users').send({ password: PASSWORD, ...fields })
    const { id, email } = User.parse(answer.body)
    return { agent: await signIn(email, more.password), id, email }
  }

  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const head = async () => (await log.head()).position
  return { address, adminUrl, app, ledger, erasures, erased, health, head, nobody, signIn, first, member }
}

/** The position that a command's answer names, to be sent with the read that must see it. */
export function since(answer: Response): { 'Ledger-Position': string } {
  return { 'Ledger-Position': answer.get('Ledger-Position') ?? '' }
}

/** What somebody might record. */
export const lunch = { category: 'Food', description: 'Lunch at the harbour', date: '2026-11-23', amount: '12.50' }

/** Records lunch, or what `more` makes of it. */
export async function record({ agent }: Person, more: object = {}) {
  const answer = await agent
    .post('/api/expenses')
    .send({ ...lunch, ...more })
    .expect(201)
  return { ...Expense.parse(answer.body), since: since(answer) }
}

export async function addCategory({ agent }: Person, more: object = {}) {
  const answer = await agent
    .post('/api/categories')
    .send({ name: 'Food', ...more })
    .expect(201)
  return { ...Category.parse(answer.body), since: since(answer) }
}

/** What came back, before it is parsed. */
export function bodyOf(answer: Response): unknown {
  return answer.body
}

/** The fields that a problem names. */
export function fieldsOf(answer: Response): string[] {
  return ((answer.body as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path)
}
