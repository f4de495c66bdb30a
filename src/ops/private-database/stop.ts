import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { Unusable } from '../unusable.ts'
import { removeSocketFolder } from './place.ts'
import type { Place } from './place.ts'
import { serverProcess } from './server-process.ts'

const POLL_MS = 25
const PATIENCE_MS = 60_000

/** Stops the server, if it runs, and returns when its process is gone. To be called by one process at a time. */
export async function stopServer(place: Place): Promise<void> {
  await askToStop(place.socket)
  const begun = Date.now()
  for (let pid = serverProcess(place.data); pid !== undefined; pid = serverProcess(place.data)) {
    if (Date.now() - begun > PATIENCE_MS) throw new Unusable(`The database server (process ${pid}) does not stop.`)
    await sleep(POLL_MS)
  }
  removeSocketFolder(place)
}

async function askToStop(socket: string): Promise<void> {
  try {
    const connection = await createConnection({ socketPath: socket, user: 'root' })
    // The server may hang up before it answers, and that is as good.
    connection.on('error', () => undefined)
    await connection.query('shutdown')
    connection.destroy()
  } catch {
    // It is gone already, or about to go; the caller sees which.
  }
}
