import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import express, { type Request, type Response } from 'express'
import { pino } from 'pino'
import { Problem } from '../../../src/web/api.ts'
import { answerJson, patiently } from '../../../src/web/server/http/patiently.ts'
import { answerInTime, answerProblems } from '../../../src/web/server/http/problems.ts'

/** An app that answers with what `work` comes to, and must have begun to answer after 200 ms; resolves to its address. */
async function serve(t: ExecutionContext, work: () => Promise<unknown>, patience: number) {
  const logger = pino({ level: 'silent' })
  const app = express().use(
    answerInTime(logger, () => 200),
    async (_req: Request, res: Response) => answerJson(res, await patiently(res, work, patience)),
    answerProblems(logger, () => true),
  )
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('who waits for long has the headers first, and is not told to come again', async (t) => {
  const found = Promise.withResolvers<unknown>()
  const answer = await fetch(await serve(t, () => found.promise, 10))
  t.deepEqual([answer.status, answer.headers.get('Content-Type')], [200, 'application/json; charset=utf-8'])
  found.resolve({ items: [] })
  t.deepEqual(await answer.json(), { items: [] })
})

test('what goes wrong after that breaks the answer off', async (t) => {
  const found = Promise.withResolvers<unknown>()
  const answer = await fetch(await serve(t, () => found.promise, 10))
  t.is(answer.status, 200)
  found.reject(new Error('The database is away'))
  await t.throwsAsync(answer.text())
})

test('what goes wrong before is answered as a problem', async (t) => {
  const answer = await fetch(await serve(t, () => Promise.reject(new Error('The database is away')), 10_000))
  t.is(answer.status, 503)
  t.is(Problem.parse(await answer.json()).type, 'urn:expense-ledger:problem:unavailable')
})
