import test from 'ava'
import { record, serveLedger, type Served } from './served.ts'

/** The figures by name and labels, as Prometheus would read them. */
async function figures({ address }: Pick<Served, 'address'>): Promise<Map<string, number>> {
  const answer = await fetch(`${address}/metrics`)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

test('the log, its projections and their followers are shown as figures', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  await record(ana)
  const head = await ledger.head()
  await ledger.ledger.projections.reached(
    head,
    ['users', 'shares', 'categories', 'expenses', 'user_totals', 'activity'],
    30_000,
  )
  await ledger.health.audit()

  const seen = await figures(ledger)
  const expected = {
    ledger_ready: 1,
    ledger_database_up: 1,
    ledger_log_head_position: head,
    ledger_log_last_position: head,
    ledger_log_counted_position: head,
    ledger_log_missing_events: 0,
    'ledger_projection_position{projection="users"}': head,
    'ledger_projection_lag_events{projection="expenses"}': 0,
    'ledger_projection_lag_seconds{projection="expenses"}': 0,
    'ledger_projection_applied_events{projection="users"}': 1,
    'ledger_projection_missing_events{projection="categories"}': 0,
    'ledger_projection_live{projection="user_totals"}': 1,
    'ledger_follower_events_total{projection="expenses"}': 1,
  }
  t.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, seen.get(name)])), expected)
  t.true(seen.get('ledger_follower_idle_seconds{projection="users"}')! < 60)
  t.true(seen.get('process_resident_memory_bytes')! > 0)
  t.true(seen.has('nodejs_eventloop_lag_p99_seconds'))
  t.false([...seen.keys()].some((name) => name.startsWith('ledger_projection_rebuild_ratio')))
})

test('what was committed is counted by how', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  for (let count = 0; count < 3; count++) await record(ana)
  const seen = await figures(ledger)
  const sum = (name: string) => {
    const ways = ['one_trip', 'careful'].map((way) => seen.get(`ledger_append_${name}{way="${way}"}`) ?? 0)
    return ways.reduce((one, other) => one + other)
  }
  t.is(sum('batch_events_sum'), await ledger.head())
  t.is(sum('batch_requests_sum'), 4)
  t.true(sum('seconds_count') > 0)
})

test('requests are counted by route, method and status; never by who or which', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const { id, since } = await record(ana)
  await ana.agent.get(`/api/expenses/${id}`).set(since).expect(200)
  await ana.agent.get(`/api/expenses/${ana.id}`).expect(404)
  await ledger.nobody().get(`/api/expenses/${id}`).expect(401)
  await fetch(`${ledger.address}/api/nothing/${id}`, { method: 'PROPFIND' })
  await fetch(`${ledger.address}/${id}`)

  const seen = await figures(ledger)
  const count = (labels: string) => seen.get(`ledger_http_request_seconds_count{${labels}}`)
  t.is(count('method="POST",route="/api/expenses",status="201"'), 1)
  t.is(count('method="GET",route="/api/expenses/:id",status="200"'), 1)
  t.is(count('method="GET",route="/api/expenses/:id",status="404"'), 1)
  t.is(count('method="GET",route="/api/expenses/:id",status="401"'), 1)
  t.is(count('method="other",route="other",status="401"') ?? count('method="other",route="other",status="404"'), 1)
  t.is(count('method="GET",route="other",status="503"'), 1)
  const text = [...seen.keys()].join('\n')
  for (const personal of [id, ana.id, 'Ana', 'ana@example.com']) t.false(text.includes(personal), personal)
})

test('while the database is away, what is not known has no figure', async (t) => {
  const ledger = await serveLedger(({ health }) => ({
    health: { ...health, look: async () => ({ ...(await health.look()), seen: undefined }) },
  }))
  const seen = await figures(ledger)
  t.is(seen.get('ledger_ready'), 0)
  t.is(seen.get('ledger_database_up'), 0)
  t.false(seen.has('ledger_log_head_position'))
})

test('without a token the figures are for this machine alone, and not through a proxy', async (t) => {
  const { address } = await serveLedger()
  t.is((await fetch(`${address}/metrics`)).status, 200)
  for (const header of ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via']) {
    t.is((await fetch(`${address}/metrics`, { headers: { [header]: '127.0.0.1' } })).status, 403, header)
  }
})

test('with a token the figures are for whoever has it', async (t) => {
  const { address } = await serveLedger(() => ({ metricsToken: 'a-token-for-prometheus' }))
  const ask = (headers: Record<string, string>) => fetch(`${address}/metrics`, { headers })
  const proxied = { 'X-Forwarded-For': '192.0.2.1', Authorization: 'Bearer a-token-for-prometheus' }
  t.is((await ask(proxied)).status, 200)
  for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: 'a-token-for-prometheus' }]) {
    const refused = await ask(headers)
    t.is(refused.status, 401)
    t.is(refused.headers.get('WWW-Authenticate'), 'Bearer')
  }
})
