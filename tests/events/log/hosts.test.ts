import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import test from 'ava'
import { hostsOf } from '../../../src/events/log/hosts.ts'

test('whoever finds nobody at the first host goes to the next one, and stays there', async (t) => {
  const greeting = createServer((socket) => socket.end('hello'))
  const gone = createServer()
  for (const server of [greeting, gone]) await once(server.listen(0, '127.0.0.1'), 'listening')
  t.teardown(() => greeting.close())
  const [there, nowhere] = [greeting, gone].map((server) => (server.address() as AddressInfo).port)
  await once(gone.close(), 'close')

  const { uri, stream } = hostsOf(`mysql://ana:pw@127.0.0.1:${nowhere}/ledger?ssl=x&hosts=127.0.0.1:${there}`)
  t.is(uri, `mysql://ana:pw@127.0.0.1:${nowhere}/ledger?ssl=x`)
  const first = stream?.()
  await t.throwsAsync(once(first!, 'connect'), { code: 'ECONNREFUSED' })
  await once(first!, 'close')
  for (const _ of ['once', 'again']) {
    const next = stream?.().setEncoding('utf8')
    t.deepEqual(await once(next!, 'data'), ['hello'])
    await once(next!, 'close')
  }
})

test('a host that lets nobody in any more is left by those, too, who were let in before', async (t) => {
  const connected: Socket[] = []
  const [silent, other] = [createServer((socket) => connected.push(socket)), createServer()]
  for (const server of [silent, other]) await once(server.listen(0, '127.0.0.1'), 'listening')
  const [port, next] = [silent, other].map((server) => (server.address() as AddressInfo).port)
  t.teardown(() => {
    for (const socket of connected) socket.destroy()
    for (const server of [silent, other]) server.close()
  })
  const { stream, connectTimeout } = hostsOf(`mysql://ana:pw@127.0.0.1:${port}/ledger?hosts=127.0.0.1:${next}`)
  t.true(connectTimeout! < 5_000)
  const before = stream!()
  const left = once(before, 'close')
  await once(silent, 'connection')
  connected[0]?.write('hello')
  await once(before, 'data')
  const late = stream!()
  await once(late, 'connect')
  // As the driver does with one who says nothing.
  late.destroy()
  await t.throwsAsync(left, { code: 'ECONNRESET' })
  const after = stream!()
  await once(after, 'connect')
  t.is(after.remotePort, next)
  after.destroy()
})

test('one host is the driver’s own business', (t) => {
  t.deepEqual(hostsOf('mysql://ana@db/ledger'), { uri: 'mysql://ana@db/ledger' })
})
