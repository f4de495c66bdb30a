import test from 'ava'
import { createConnection, type Connection } from 'mysql2/promise'
import { ProjectionStatuses, type Readiness } from '../../../src/web/api.ts'
import { openHealth } from '../../../src/web/server/health/health.ts'
import { reasonsOf } from '../../../src/web/server/health/reasons.ts'
import { version } from '../../../src/web/server/health/release.ts'
import { bodyOf, record, serveLedger, type Served } from './served.ts'

const admins = new Map<Served, Connection>()

/** A ledger with two people and an expense, and its database as the admin's. */
async function served() {
  const ledger = await serveLedger()
  const admin = await createConnection({ uri: ledger.adminUrl })
  admins.set(ledger, admin)
  const ana = await ledger.first()
  await ledger.member(ana)
  const { since } = await record(ana)
  await ana.agent.get('/api/expenses').set(since).expect(200)
  await ledger.ledger.projections.reached(
    await ledger.head(),
    ['users', 'shares', 'categories', 'expenses', 'user_totals', 'activity'],
    30_000,
  )
  await ledger.health.audit()
  return { ...ledger, admin, ana }
}

async function readiness(ledger: Pick<Served, 'nobody'>, status: number): Promise<Readiness> {
  return bodyOf(await ledger.nobody().get('/readyz').expect(status)) as Readiness
}

test.after.always(() => Promise.all([...admins.values()].map((admin) => admin.end())))

test('the ledger says that it is alive, that it is ready, and how far all has come', async (t) => {
  const ledger = await served()
  await ledger.nobody().get('/healthz').expect(200, { status: 'ok', version, commit: null })
  const head = await ledger.head()
  const ready = await readiness(ledger, 200)
  t.like(ready, { ready: true, reasons: [], database: true, head, counted: { position: head, events: head } })
  t.deepEqual(
    ready.projections.map(({ name, position, lag, lagSeconds, state }) => ({ name, position, lag, lagSeconds, state })),
    ['users', 'shares', 'categories', 'expenses', 'user_totals', 'activity'].map((name) => ({
      name,
      position: head,
      lag: 0,
      lagSeconds: 0,
      state: 'live',
    })),
  )
  t.deepEqual(
    ready.projections.map(({ applied }) => applied),
    [2, 0, 1, 1, 1, 4],
  )
})

test('a projection that is at the head and has left out an event is found', async (t) => {
  const ledger = await served()
  await ledger.admin.query('update users_checkpoint set applied = applied - 1')
  await ledger.health.audit()
  const { reasons, projections } = await readiness(ledger, 503)
  t.regex(reasons.join(), /^users has applied 1 of 2 events up to position \d+$/)
  t.like(projections[0], { name: 'users', lag: 0, state: 'live' })
})

test('an event that is gone is found when its like are counted', async (t) => {
  const ledger = await served()
  const head = await ledger.head()
  await ledger.admin.query("delete from events where type = 'CategoryAdded'")
  const { log, projections } = ledger.ledger
  const health = openHealth(log, projections)
  await health.audit()
  t.deepEqual(reasonsOf(await health.look()), [
    `the log has ${head - 1} events up to position ${head}`,
    `categories has applied 1 of 0 events up to position ${head}`,
    `activity has applied ${head} of ${head - 1} events up to position ${head}`,
  ])
})

test('that the last event is gone is found at once', async (t) => {
  const ledger = await served()
  const head = await ledger.head()
  await ledger.admin.query('delete from events where position = ?', [head])
  t.deepEqual((await readiness(ledger, 503)).reasons, [
    `the head of the log is at ${head}, its last event at ${head - 1}`,
  ])
})

test('a projection that was parked is told to everybody, its error to admins alone', async (t) => {
  const ledger = await served()
  await ledger.admin.query("update expenses_checkpoint set state = 'failed', error = 'secret at /src/fold.ts'")
  const answer = await ledger.nobody().get('/readyz').expect(503)
  t.like(answer.body, { ready: false, reasons: [`expenses has stopped at position ${await ledger.head()}`] })
  t.false(answer.text.includes('secret'))
  await ledger.nobody().get('/healthz').expect(200)
  const figures = await (await fetch(`${ledger.address}/metrics`)).text()
  t.regex(figures, /^ledger_projection_live\{projection="expenses"\} 0$/m)
  const seen = await ledger.ana.agent.get('/api/projections').expect(200)
  const parked = ProjectionStatuses.parse(seen.body).find(({ name }) => name === 'expenses')
  t.like(parked, { state: 'failed', position: await ledger.head(), error: 'secret at /src/fold.ts' })
})

test('while the database is silent, whoever probes is answered all the same', async (t) => {
  const ledger = await served()
  const position = await ledger.head()
  await ledger.admin.query('lock tables log_head write')
  t.deepEqual(await readiness(ledger, 503), {
    ready: false,
    reasons: ['the database does not answer'],
    warnings: [],
    database: false,
    head: null,
    counted: { position, events: position },
    projections: [],
  })
  await ledger.nobody().get('/healthz').expect(200)
  await ledger.admin.query('unlock tables')
  while ((await ledger.nobody().get('/readyz')).status !== 200);
  await readiness(ledger, 200)
})
