import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { Unusable } from '../unusable.ts'
import { findServer } from './find-server.ts'
import { firstError } from './first-error.ts'
import { initialise } from './initialise.ts'
import { makeSocketFolder } from './place.ts'
import type { Place } from './place.ts'
import { serverProcess } from './server-process.ts'
import { serverArguments } from './settings.ts'

export type Say = (line: string) => void

const POLL_MS = 25
const SILENT_MS = 2_000
// Recovery after a crash reads at most the 256 MB of the server's redo log.
const PATIENCE_MS = 120_000

/** Returns once a server answers at this place: one that runs already, else a new one. To be called by one process at a time. */
export async function reachServer(place: Place, durable: boolean, say: Say): Promise<void> {
  makeSocketFolder(place)
  if (await answersUnlessItEnds(place, say)) return
  const logged = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
  await start(place, durable, say)
  if (await answersUnlessItEnds(place, say)) return
  const problem = firstError(readFileSync(place.log).subarray(logged).toString())
  throw new Unusable(`The private database server does not start: ${problem} (${place.log})`)
}

async function start(place: Place, durable: boolean, say: Say): Promise<void> {
  const server = findServer(place.data)
  if (!existsSync(place.data)) {
    say(`Making a private ${server.kind} database in ${place.folder} …`)
    initialise(server, place)
  }
  // No process serves this place, so these are left over from a crash, and MySQL would take the second for a running server.
  for (const stale of [place.socket, `${place.socket}.lock`, place.temporary])
    rmSync(stale, { recursive: true, force: true })
  mkdirSync(place.temporary)
  const log = openSync(place.log, 'a')
  // A session of its own: Ctrl-C in the terminal is for the ledger, which still has to commit and say goodbye.
  const child = spawn(server.program, serverArguments(server, place, durable), {
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await once(child, 'spawn')
  child.unref()
}

/** True once the server answers; false if there is none, or its process ends before it does. */
async function answersUnlessItEnds(place: Place, say: Say): Promise<boolean> {
  const begun = Date.now()
  let silent = true
  while (!(await answers(place))) {
    const pid = serverProcess(place.data)
    if (pid === undefined) return false
    const waited = Date.now() - begun
    if (waited > PATIENCE_MS)
      throw new Unusable(`The database server in ${place.folder} (process ${pid}) does not answer.`)
    if (silent && waited > SILENT_MS) {
      say('Waiting for the database server …')
      silent = false
    }
    await sleep(POLL_MS)
  }
  return true
}

async function answers({ socket }: Place): Promise<boolean> {
  try {
    const connection = await createConnection({ socketPath: socket, user: 'root' })
    await connection.end()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ER_ACCESS_DENIED_ERROR') {
      throw new Unusable(`The private database server at ${socket} refuses its root user: ${error.message}`)
    }
    return false
  }
}
