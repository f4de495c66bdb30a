import test from 'ava'
import { createConnection } from 'mysql2/promise'
import { readCheckpoint } from '../../../../src/events/log/merkle/checkpoint-text.ts'
import { readSigningKey } from '../../../../src/events/log/merkle/note-key.ts'
import { openNote } from '../../../../src/events/log/merkle/note.ts'
import { Problem, SignedCheckpoint, type Readiness } from '../../../../src/web/api.ts'
import { bodyOf, record, serveLedger, SIGNING_KEY, type Agent, type Served } from '../served.ts'

async function checkpointFor(agent: Agent) {
  const answer = await agent.get('/api/audit/checkpoint').expect(200)
  return SignedCheckpoint.parse(answer.body)
}

async function warningsOf({ nobody }: Served): Promise<string[]> {
  return (bodyOf(await nobody().get('/readyz')) as Readiness).warnings
}

test('whoever is signed in gets the log as it is, signed', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const ben = await ledger.member(ana)
  for (const { agent } of [ana, ben]) {
    await record(ben)
    const { position, rootHash, note, publicKey } = await checkpointFor(agent)
    t.is(position, await ledger.head())
    t.is(publicKey, readSigningKey(SIGNING_KEY).verifierKey)
    const checkpoint = readCheckpoint(openNote(note, publicKey))
    t.like(checkpoint, { position, rootHash: Buffer.from(rootHash, 'base64') })
  }
  await ledger.nobody().get('/api/audit/checkpoint').expect(401)
  await ben.agent.get('/api/audit/checkpoint?size=1').expect(422)
})

test('a log that cannot be signed as it is any more is told as it was signed, and /readyz says why', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const before = await checkpointFor(ana.agent)
  t.deepEqual(await warningsOf(ledger), [])
  await record(ana)
  const admin = await createConnection({ uri: ledger.adminUrl })
  t.teardown(() => admin.end())
  await admin.query(`update events set hash = repeat('x', 32) where position = 1`)
  t.deepEqual(await checkpointFor(ana.agent), before)
  t.deepEqual(await warningsOf(ledger), [
    'no checkpoint is signed: the events that are stored are not those that were appended',
  ])
})

test('where nothing good is signed there is nothing to be had, and the ledger serves all the same', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const admin = await createConnection({ uri: ledger.adminUrl })
  t.teardown(() => admin.end())
  await admin.query(`insert into signed_checkpoints (position, note, verifier_key) values (1, 'no note', ?)`, [
    readSigningKey(SIGNING_KEY).verifierKey,
  ])
  const answer = await ana.agent.get('/api/audit/checkpoint').expect(503)
  t.is(Problem.parse(answer.body).type, 'urn:expense-ledger:problem:nothing-signed')
  t.is(answer.get('Retry-After'), '60')
  t.regex((await warningsOf(ledger)).join(), /^no checkpoint is signed: Expected a signed note/)
  await record(ana)
})
