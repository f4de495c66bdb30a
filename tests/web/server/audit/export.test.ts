import { Readable } from 'node:stream'
import test from 'ava'
import { createConnection } from 'mysql2/promise'
import { readSigningKey } from '../../../../src/events/log/merkle/note-key.ts'
import { verifyFile } from '../../../../src/ops/audit/verify-file.ts'
import { checkExport } from '../../../golden-audit/second-verifier.ts'
import { cookieOf } from '../listening.ts'
import { record, serveLedger, SIGNING_KEY, type Person, type Served } from '../served.ts'

const { verifierKey } = readSigningKey(SIGNING_KEY)

async function exported({ address }: Served, admin: Person) {
  const answer = await fetch(`${address}/api/audit/export`, { headers: { cookie: await cookieOf(address, admin) } })
  return { answer, file: Buffer.from(await answer.arrayBuffer()) }
}

test('an admin gets a file that proves itself, in which what people wrote stays sealed', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const ben = await ledger.member(ana)
  await record(ben)
  const events = await ledger.head()
  const { answer, file } = await exported(ledger, ana)
  t.is(answer.headers.get('Content-Type'), 'application/x-ndjson; charset=utf-8')
  t.is(answer.headers.get('Content-Disposition'), `attachment; filename="audit-${events}.ndjson"`)
  const verdict = await verifyFile(Readable.from([file]), { verifierKey })
  t.like(verdict, { ok: true, events })
  t.is(checkExport(file, verifierKey).events, events)
  t.notRegex(file.toString(), /Lunch at the harbour|Ana Novak|ana@example|"keys"/)
})

test('what was recorded since is in the next one', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const before = await exported(ledger, ana)
  await record(ana)
  const after = await exported(ledger, ana)
  const lines = ({ file }: typeof before) => file.toString().split('\n').slice(0, -2)
  t.deepEqual(lines(after).slice(0, lines(before).length), lines(before))
  t.is(lines(after).length, await ledger.head())
})

test('it is for admins alone, and takes no parameters', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const ben = await ledger.member(ana)
  for (const path of ['/api/audit/export', '/api/audit/verify']) {
    t.is((await ledger.nobody().get(path)).status, 401)
    t.is((await ben.agent.get(path)).status, 403)
    t.is((await ana.agent.get(`${path}?keys=true`)).status, 422)
  }
})

test('a log of which nothing can be signed is not exported: such a file would prove nothing', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  const admin = await createConnection({ uri: ledger.adminUrl })
  t.teardown(() => admin.end())
  await admin.query(`update events set hash = repeat('x', 32)`)
  const answer = await ana.agent.get('/api/audit/export').expect(409)
  t.regex(
    answer.text,
    /"detail":"The log cannot be signed: the events that are stored are not those that were appended"/,
  )
})
