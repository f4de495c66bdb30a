import { once } from 'node:events'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ExecutionContext } from 'ava'

export type Unreliable = {
  address: string
  /** The next answer to `route` (`POST /api/expenses`) never arrives: the connection breaks when it is there. */
  lose: (route: string) => void
  /** Breaks all connections that wait for something. */
  cut: () => void
}

/** Stands between a client and the ledger at `address`, until the test ends. */
export async function standBetween(t: ExecutionContext, address: string): Promise<Unreliable> {
  let lost: string | undefined
  const open = new Set<ServerResponse>()
  const cut = () => open.forEach((res) => res.destroy())

  const door = createServer((req, res) => {
    const { method = '', url = '', headers } = req
    open.add(res.on('close', () => open.delete(res)))
    const asked = request(address + url, { method, headers }, (answer) => {
      if (`${method} ${url}` === lost) {
        lost = undefined
        res.destroy()
      } else answer.pipe(res.writeHead(answer.statusCode ?? 500, answer.headers))
    })
    asked.on('error', () => res.destroy())
    res.on('close', () => asked.destroy())
    req.pipe(asked)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  t.teardown(() => {
    door.close()
    door.closeAllConnections()
  })
  const { port } = door.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, lose: (route) => void (lost = route), cut }
}
