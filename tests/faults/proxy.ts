import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { ExecutionContext } from 'ava'

/**
 * What becomes of something that a client says. `lost`: it never arrives, and both sides are cut off. `unanswered`: it arrives,
 * and from then on nothing comes back, and neither side learns when the other one goes. `late`: the client is cut off now, and
 * what it said arrives when `deliver` says so.
 */
export type Fate = 'passes' | 'lost' | 'unanswered' | 'late'

export type Proxy = {
  /** Of the same database, through the proxy. */
  url: string
  /** The fate of the next thing that is said and matches `pattern`; everything else passes. */
  next: (pattern: RegExp, fate: Fate) => void
  /** Resolves once that has met its fate. */
  met: () => Promise<void>
  /** Ends all connections, by a reset or by a goodbye in the middle. How many there were. */
  cut: (how?: 'reset' | 'goodbye') => number
  /** Lets what was `late` arrive. Resolves once the server has answered it, or hung up long ago. */
  deliver: () => Promise<void>
}

type Pair = { client: Socket; server: Socket }

/** Stands between the ledger and the database server at `url`, on a socket, and is not always reliable. */
export async function startProxy(t: ExecutionContext, url: string): Promise<Proxy> {
  const path = new URL(url).searchParams.get('socketPath') ?? ''
  const pairs = new Set<Pair>()
  const late: { server: Socket; said: Buffer }[] = []
  let awaited = { pattern: /$^/, fate: 'passes' as Fate, ...Promise.withResolvers<void>() }

  function fateOf(said: Buffer): Fate {
    if (!awaited.pattern.test(said.toString('latin1'))) return 'passes'
    awaited.pattern = /$^/
    awaited.resolve()
    return awaited.fate
  }

  function join(client: Socket): void {
    const pair = { client, server: connect(path) }
    pairs.add(pair)
    const { server } = pair
    client.on('error', () => client.destroy()).on('close', () => server.end())
    server.on('error', () => server.destroy()).on('close', () => client.end())
    server.on('close', () => pairs.delete(pair)).on('data', (answer) => client.write(answer))
    client.on('data', (said) => {
      const fate = fateOf(said)
      if (fate === 'passes' || fate === 'unanswered') server.write(said)
      if (fate !== 'passes') part(pair, fate)
      if (fate === 'late') late.push({ server, said })
    })
  }

  const door = createServer(join).listen(0, '127.0.0.1')
  await once(door, 'listening')
  function cut(how: 'reset' | 'goodbye' = 'reset'): number {
    for (const { client, server } of pairs) {
      if (how === 'reset') client.resetAndDestroy()
      else client.end()
      server.destroy()
    }
    return pairs.size
  }
  t.teardown(() => {
    door.close()
    cut()
  })
  const through = new URL(url)
  through.search = ''
  through.host = `127.0.0.1:${(door.address() as AddressInfo).port}`
  return {
    url: through.href,
    next: (pattern, fate) => void (awaited = { pattern, fate, ...Promise.withResolvers<void>() }),
    met: () => awaited.promise,
    cut,
    deliver: async () => void (await Promise.all(late.splice(0).map(arrive))),
  }
}

/** From now on neither side hears from the other. */
function part({ client, server }: Pair, fate: Exclude<Fate, 'passes'>): void {
  client.removeAllListeners('data').removeAllListeners('close').resume()
  server.removeAllListeners('data').removeAllListeners('close').resume()
  if (fate !== 'unanswered') client.resetAndDestroy()
  if (fate === 'lost') server.destroy()
}

async function arrive({ server, said }: { server: Socket; said: Buffer }): Promise<void> {
  if (server.destroyed) return
  const over = Promise.race([once(server, 'data'), once(server, 'close')])
  server.write(said)
  await over
  server.destroy()
}
