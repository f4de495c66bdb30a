import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server that the ledger has no reason to ask, for wapiti's `ssrf` module: it puts this address into every parameter, and looks whether
 * anybody came. `asked` is what was asked for by whoever came; wapiti's own question after it is no such.
 */
export async function openEndpoint() {
  const asked: string[] = []
  const server = createServer(({ method, url = '' }, res) => {
    if (url.includes('/ssrf/')) asked.push(`${method} ${url}`)
    res.setHeader('Content-Type', 'application/json').end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, asked, close: () => server.close() }
}
