import { join } from 'node:path'
import { say } from '../run/say.ts'
import { openEmmett } from './emmett.ts'
import { openMessageDb } from './message-db.ts'
import { openPostgreSQL, type PostgreSQL } from './postgresql.ts'

/** Another event store: `append` resolves when one event, in a stream of its own, is durable. */
export type Peer = { name: string; append: () => Promise<unknown>; close: () => Promise<void> }
export type OpenPeer = (postgresql: PostgreSQL, versions: Map<string, string>) => Promise<Peer>

const known: Record<string, OpenPeer> = { Emmett: openEmmett, 'Message DB': openMessageDb }

/** Those that can be had here, on one PostgreSQL of their own; who is missing is told. */
export async function openPeers(scratch: string, versions: Map<string, string>) {
  const list: Peer[] = []
  const postgresql = await openTheirServer(scratch)
  if (postgresql) versions.set('PostgreSQL', await postgresql.version())
  for (const [name, open] of Object.entries(postgresql ? known : {})) {
    try {
      if (postgresql) list.push(await open(postgresql, versions))
    } catch (error) {
      say(`${name} is left out: ${String(error)}`)
    }
  }
  return {
    list,
    async close(): Promise<void> {
      await Promise.allSettled(list.map((peer) => peer.close()))
      await postgresql?.stop()
    },
  }
}

async function openTheirServer(scratch: string): Promise<PostgreSQL | undefined> {
  // Where bin/bench.js has found it.
  const programs = process.env.POSTGRESQL
  try {
    if (programs) return await openPostgreSQL(programs, join(scratch, 'postgresql'))
    say('Emmett and Message DB are left out: there is no PostgreSQL here.')
  } catch (error) {
    say(`Emmett and Message DB are left out: ${String(error)}`)
  }
  return undefined
}
