import test from 'ava'
import { Unavailable } from '../../../src/events/log/append.ts'
import { lunch, serveLedger } from './served.ts'

const secret = 'select secret from `keys` at /home/ana/ledger/src/events/log/keys.ts'
const broken = (error: Error) => async () => Promise.reject(error)

test('a fault of ours says nothing of itself', async (t) => {
  const { first } = await serveLedger(({ projections }) => ({
    projections: { ...projections, now: broken(new Error(secret)) },
  }))
  const { agent } = await first()
  const answer = await agent.get('/api/expenses').expect(500)
  t.like(answer.body, { type: 'urn:expense-ledger:problem:internal', requestId: answer.get('X-Request-Id') })
  t.false(answer.text.includes('secret'))
})

test('a fault of ours while something is recorded says nothing either', async (t) => {
  let fail = false
  const { first } = await serveLedger(({ handle }) => ({
    handle: (...asked) => (fail ? broken(new TypeError(secret))() : handle(...asked)),
  }))
  const { agent } = await first()
  fail = true
  const answer = await agent.post('/api/expenses').send(lunch).expect(500)
  t.false(answer.text.includes('secret'))
  fail = false
  await agent.post('/api/expenses').send(lunch).expect(201)
})

test('who is turned away by a database that is away is told to come again', async (t) => {
  let fail = false
  const lost = Object.assign(new Error('Connection lost: secret'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true })
  const { first } = await serveLedger(({ handle, log }) => ({
    handle: (...asked) => (fail ? broken(new Unavailable('The database is too busy'))() : handle(...asked)),
    log: { ...log, readStreams: (...asked) => (fail ? broken(lost)() : log.readStreams(...asked)) },
  }))
  const { agent } = await first()
  await agent.get('/api/session').expect(200)
  fail = true
  for (const answer of [await agent.post('/api/expenses').send(lunch), await agent.get('/api/session')]) {
    t.like(answer.body, { status: 503, type: 'urn:expense-ledger:problem:unavailable' })
    t.is(answer.get('Retry-After'), '1')
    t.false(answer.text.includes('secret'))
  }
})
