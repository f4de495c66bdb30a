import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import { openServer, patience } from '../../../../src/web/server/http/open-server.ts'
import { asking, sendRaw } from './raw.ts'

const BRIEF = { headers: 200, request: 400, silence: 600, idle: 500, look: 50 }

/** A server with little patience, whose address it resolves to. */
async function open(t: ExecutionContext, listener: RequestListener, times = BRIEF): Promise<string> {
  const server = openServer(listener, times).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answers: RequestListener = (req, res) => {
  req.resume().on('end', () => res.end('well'))
}

test('nobody is waited for for ever, and nobody who is only slow is sent away', (t) => {
  t.true(patience.headers <= 15_000 && patience.request <= 120_000 && patience.silence <= 300_000)
  t.true(patience.headers >= 5_000 && patience.request >= 30_000 && patience.silence >= 60_000)
})

test('a connection is kept for longer than proxies keep one, so that none asks on one that is being closed', async (t) => {
  const { headers } = await fetch(await open(t, answers, patience))
  const [, seconds] = /^timeout=(\d+)$/.exec(headers.get('Keep-Alive') ?? '') ?? []
  t.true(Number(seconds) > 60)
})

const begun = asking('POST /', 'Content-Length: 100')
const tooSlow: Record<string, string> = {
  'who says nothing': '',
  'who begins a request and goes no further': 'GET / HTTP/1.1\r\nHost: a',
  'who has still to send headers': 'GET / HTTP/1.1\r\nHost: a\r\nX: ',
  'who sends less of a body than was said': `${begun}less`,
  'who has still to send chunks': `${asking('POST /', 'Transfer-Encoding: chunked')}4\r\nless\r\n`,
}
for (const [who, bytes] of Object.entries(tooSlow)) {
  test(`${who} is cut off`, async (t) => {
    const { all } = await sendRaw(await open(t, answers), bytes)
    t.regex(all, /^HTTP\/1\.1 408 .*application\/problem\+json.*problem:malformed/s)
  })
}

test('a byte now and then does not keep a connection', async (t) => {
  const { hostname, port } = new URL(await open(t, answers))
  const socket = connect(Number(port), hostname)
  const dripping = setInterval(() => socket.write('X: y\r\n'), 20)
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: a\r\n')
  socket.resume()
  await once(socket, 'close')
  clearInterval(dripping)
  t.pass()
})

test('who takes nothing of an answer is cut off, and the next one is served', async (t) => {
  const ended: Promise<unknown>[] = []
  const endless: RequestListener = (req, res) => {
    if (req.url === '/next') return void res.end('well')
    ended.push(once(res, 'close'))
    const more = (): void => {
      while (!res.destroyed && res.write('x'.repeat(65_536)));
      res.once('drain', more)
    }
    more()
  }
  const address = await open(t, endless)
  const { hostname, port } = new URL(address)
  const lazy: Socket = connect(Number(port), hostname).on('error', () => undefined)
  lazy.pause().write(asking('GET /'))
  await once(lazy, 'connect')
  while (ended.length === 0) t.is((await sendRaw(address, asking('GET /next'))).status, 200)
  await ended[0]
  lazy.destroy()
  t.is((await sendRaw(address, asking('GET /next'))).status, 200)
})
