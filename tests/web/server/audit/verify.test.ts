import test from 'ava'
import express from 'express'
import { createConnection } from 'mysql2/promise'
import request from 'supertest'
import { openAuditing } from '../../../../src/ops/audit/auditing.ts'
import { SignedCheckpoint, Verified } from '../../../../src/web/api.ts'
import { auditVerifyRoutes } from '../../../../src/web/server/audit/verify.ts'
import { bodyOf, record, serveLedger, type Person } from '../served.ts'

async function verified({ agent }: Person): Promise<Verified> {
  return Verified.parse((await agent.get('/api/audit/verify').expect(200)).body)
}

test('an admin is told that the log is as it was recorded, and its root hash', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  await record(ana)
  const signed = bodyOf(await ana.agent.get('/api/audit/checkpoint').expect(200))
  const { position, rootHash } = SignedCheckpoint.parse(signed)
  const asked = await Promise.all([verified(ana), verified(ana), verified(ana)])
  for (const verdict of asked) t.deepEqual(verdict, { ok: true, events: position, head: rootHash })
  await record(ana)
  t.like(await verified(ana), { ok: true, events: await ledger.head() })
})

test('an admin is told which event is not, and what it is', async (t) => {
  const ledger = await serveLedger()
  const ana = await ledger.first()
  await record(ana)
  const admin = await createConnection({ uri: ledger.adminUrl })
  t.teardown(() => admin.end())
  await admin.query(`update events set data = replace(data, '1250', '9999') where type = 'ExpenseRecorded'`)
  const verdict = await verified(ana)
  t.like(verdict, { ok: false, position: 3 })
  t.regex(verdict.ok ? '' : verdict.problem, /^the event was changed after it was recorded/)
})

test('an answer that takes long begins with blanks, and is the same JSON', async (t) => {
  const { ledger, adminUrl, ...rest } = await serveLedger()
  const { id, email } = await rest.first()
  const { pool } = ledger
  const checkpoints = { sign: () => Promise.reject(new Error('Nobody asks')) }
  const auditing = openAuditing({ url: adminUrl, pool, checkpoints, verifierKey: undefined })
  const app = express()
  app.use((_req, res, next) => {
    res.locals.caller = { id, name: email, role: 'admin', secret: '' }
    next()
  })
  app.use(auditVerifyRoutes({ auditing }, 1))
  const { text } = await request(app).get('/audit/verify').expect(200)
  t.regex(text, /^\n+\{"ok":true,/)
  t.like(Verified.parse(JSON.parse(text)), { ok: true, events: 1 })
})
