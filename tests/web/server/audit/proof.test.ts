import test from 'ava'
import { provesConsistency, provesInclusion } from '../../../../src/events/log/merkle/proofs.ts'
import { ConsistencyProof, History, InclusionProof, SignedCheckpoint } from '../../../../src/web/api.ts'
import { fieldsOf, record, serveLedger, type Agent } from '../served.ts'

const { first, member, nobody, head } = await serveLedger()
const ana = await first()
const early = await checkpointFor(ana.agent)
const ben = await member(ana)
const lunch = await record(ben)
const carl = await member(ana)
await record(carl)
const late = await checkpointFor(ana.agent)

async function checkpointFor(agent: Agent) {
  const answer = await agent.get('/api/audit/checkpoint').expect(200)
  const { position, rootHash } = SignedCheckpoint.parse(answer.body)
  return { position, root: Buffer.from(rootHash, 'base64') }
}

const bytes = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, 'base64'))

/** Asks for the proof that `search` says. */
async function prove(agent: Agent, search: string) {
  return agent.get(`/api/audit/proof?${search}`)
}

test('whoever may see an event can prove that it is in the log that was signed', async (t) => {
  const history = await ben.agent.get(`/api/expenses/${lunch.id}/history`).set(lunch.since).expect(200)
  const [entry] = History.parse(history.body)
  for (const { agent } of [ana, ben]) {
    const answer = await prove(agent, `position=${entry!.position}&size=${late.position}`)
    const { leafHash, path, ...place } = InclusionProof.parse(answer.body)
    t.deepEqual(place, { index: entry!.position - 1, size: late.position })
    t.is(Buffer.from(leafHash, 'base64').toString('hex'), entry!.hash)
    t.true(provesInclusion({ ...place, leafHash: Buffer.from(leafHash, 'base64'), path: bytes(path) }, late.root))
  }
})

test('without a size the proof is for the log as it is now', async (t) => {
  const answer = await prove(ana.agent, 'position=1')
  t.like(InclusionProof.parse(answer.body), { index: 0, size: await head() })
})

test('the log that was signed later begins with what was signed earlier', async (t) => {
  const answer = await prove(ben.agent, `from=${early.position}&to=${late.position}`)
  const { from, to, path } = ConsistencyProof.parse(answer.body)
  t.deepEqual([from, to], [early.position, late.position])
  t.true(provesConsistency({ from, to, path: bytes(path) }, early.root, late.root))
})

test('what is somebody else’s is not there', async (t) => {
  t.is((await prove(carl.agent, `position=${lunch.since['Ledger-Position']}`)).status, 404)
  t.is((await prove(ben.agent, 'position=1')).status, 404)
  t.is((await prove(nobody(), 'position=1')).status, 401)
})

const beyond = late.position + 100
const malformed: [search: string, fields: string[], said: RegExp][] = [
  ['', ['position'], /Required/],
  ['size=1', ['position'], /Required/],
  ['position=0', ['position'], /Expected a position: a whole number, 1 or more/],
  ['position=-1', ['position'], /Expected a position/],
  ['position=1.5', ['position'], /Expected a position/],
  ['position=1&size=0', ['size'], /Expected a position/],
  ['position=3&size=2', ['position'], /Expected at most 2, which is size/],
  [`position=1&size=${beyond}`, ['size'], /Expected at most \d+, which is the head/],
  [`position=${beyond}`, ['position'], /Expected at most \d+, which is the head/],
  ['position=1&from=1', ['to', 'position'], /Required.*leave it out/],
  ['from=1', ['to'], /Required/],
  ['to=1', ['from'], /Required/],
  ['from=0&to=1', ['from'], /Expected a position/],
  ['from=2&to=1', ['from'], /Expected at most 1, which is to/],
  [`from=1&to=${beyond}`, ['to'], /Expected at most \d+, which is the head/],
  ['position=1&position=2', ['position'], /./],
]
for (const [search, fields, said] of malformed) {
  test(`a proof for ‘${search}’ is refused`, async (t) => {
    const answer = await prove(ana.agent, search)
    t.is(answer.status, 422)
    t.deepEqual(fieldsOf(answer), fields)
    t.regex(answer.text, said)
  })
}
