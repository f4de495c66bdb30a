import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import test from 'ava'
import { Health, Problem } from '../../../src/web/api.ts'
import { starting } from '../../../src/web/server/starting.ts'

test('before it is ready the ledger is alive and asks everybody to come again', async (t) => {
  const server = createServer(starting('dcb55ce')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)

  const alive = await get('/healthz')
  t.is(alive.status, 200)
  t.like(Health.parse(await alive.json()), { status: 'starting', commit: 'dcb55ce' })
  const answer = await get('/api/session')
  t.is(Problem.parse(await answer.json()).status, answer.status)
  for (const path of ['/api/session', '/readyz', '/']) {
    const { status, headers } = await get(path)
    t.is(status, 503)
    t.is(headers.get('Retry-After'), '1')
  }
  server.close()
})
