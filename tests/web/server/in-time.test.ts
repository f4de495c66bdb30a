import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import express, { type RequestHandler } from 'express'
import { pino } from 'pino'
import { Problem } from '../../../src/web/api.ts'
import { answerInTime, answerProblems } from '../../../src/web/server/http/problems.ts'

/** An app that answers as `handler` does, or else 503 after 50 ms; resolves to its address. `failures` is what it logs as ours. */
async function serve(t: ExecutionContext, handler: RequestHandler) {
  const failures: string[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) })
  const app = express().use(
    answerInTime(logger, () => 50),
    handler,
    answerProblems(logger, () => false),
  )
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, failures }
}

test('who is not answered in time is told to come again', async (t) => {
  const { address } = await serve(t, () => undefined)
  const answer = await fetch(address)
  t.like([answer.status, answer.headers.get('Retry-After')], [503, '1'])
  t.is(Problem.parse(await answer.json()).type, 'urn:expense-ledger:problem:unavailable')
})

test('an answer that comes too late troubles nobody', async (t) => {
  const told = Promise.withResolvers<void>()
  const tooLate = Promise.withResolvers<void>()
  const { address, failures } = await serve(t, async (_req, res) => {
    await told.promise
    setImmediate(tooLate.resolve)
    res.status(201).json({})
  })
  t.is((await fetch(address)).status, 503)
  told.resolve()
  await tooLate.promise
  t.is((await fetch(address)).status, 201, 'The next one is answered')
  t.deepEqual(failures, [])
})

test('the time of an upload does not count', async (t) => {
  const { address } = await serve(t, (req, res) => void req.resume().on('end', () => res.json({})))
  const upload = request(address, { method: 'POST', headers: { 'Content-Length': 2 } })
  const answered = once(upload, 'response')
  upload.write('1')
  setTimeout(() => upload.end('2'), 150)
  const [answer] = (await answered) as [IncomingMessage]
  t.is(answer.statusCode, 200)
  answer.resume()
})
