import test from 'ava'
import { setTimeout as pause } from 'node:timers/promises'
import { expectNothing } from '../../../src/events/log/connect.ts'
import { projectionNames } from '../../../src/projections/projections.ts'
import { Problem, ProjectionStatuses } from '../../../src/web/api.ts'
import { record, serveLedger, type Agent } from './served.ts'

const { ledger, first, member, nobody } = await serveLedger()
const ana = await first()
const ben = await member(ana)
const { since } = await record(ben)

async function statusOf(agent: Agent, name: string) {
  const answer = await agent.get('/api/projections').expect(200)
  return ProjectionStatuses.parse(answer.body).find((projection) => projection.name === name)
}

test.serial('an admin sees how far each projection is', async (t) => {
  const position = Number(since['Ledger-Position'])
  await ledger.projections.reached(position, projectionNames, 30_000)
  const answer = await ana.agent.get('/api/projections').expect(200)
  const versions = { users: 1, shares: 1, categories: 1, expenses: 2, user_totals: 1, activity: 2 }
  const common = { position, lag: 0, state: 'live', error: null, rebuild: null }
  t.deepEqual(
    answer.body,
    Object.entries(versions).map(([name, version]) => ({ name, version, ...common })),
  )
})

test.serial('an admin has one rebuilt; while another process does that, it is refused', async (t) => {
  const another = await ledger.pool.getConnection()
  await another.query('start transaction')
  await another.query(`select name from projection_turns where name = 'expenses' for update`)
  // However long a rebuild takes to begin on a busy machine.
  expectNothing(another)
  const refused = await ana.agent.post('/api/projections/expenses/rebuild').expect(409)
  t.is(Problem.parse(refused.body).type, 'urn:expense-ledger:problem:rebuild-running')
  await another.query('rollback')
  another.release()
  await ana.agent.post('/api/projections/expenses/rebuild').expect(202)
  while ((await statusOf(ana.agent, 'expenses'))?.rebuild) await pause(20)
  t.deepEqual(await ledger.projections.check(), { ok: true, differences: [] })
})

test.serial('nobody else sees or rebuilds them', async (t) => {
  for (const [agent, status] of [
    [ben.agent, 403],
    [nobody(), 401],
  ] as const) {
    await agent.get('/api/projections').expect(status)
    await agent.post('/api/projections/expenses/rebuild').expect(status)
  }
  t.pass()
})

test.serial('what is no projection cannot be rebuilt', async (t) => {
  await ana.agent.post('/api/projections/events/rebuild').expect(404)
  await ana.agent.post('/api/projections/expenses/rebuild').send({ keep: true }).expect(422)
  await ana.agent.get('/api/projections?name=users').expect(422)
  t.pass()
})
