import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { findServer } from '../../src/ops/private-database/find-server.ts'
import { firstError } from '../../src/ops/private-database/first-error.ts'
import { initialise } from '../../src/ops/private-database/initialise.ts'
import { makeSocketFolder, preparePlace, removeSocketFolder } from '../../src/ops/private-database/place.ts'
import { serverArguments } from '../../src/ops/private-database/settings.ts'

/** A throw-away database server, with durable commits, that may be ill-treated. */
export type FaultyServer = {
  /** Where the server's root reaches `database`, which need not exist. */
  url: (database: string) => string
  /** `kill -9`. Resolves once its process is gone. */
  kill: () => Promise<void>
  /** On the data that was left. Resolves once it answers. */
  start: () => Promise<void>
  /** It stays there, and answers nothing. */
  freeze: () => void
  thaw: () => void
  /** Whether its process is there. */
  isUp: () => boolean
  /** Kills it, and removes all that it has. */
  stop: () => Promise<void>
}

const POLL_MS = 25

/** Its files go into `folder`, which `stop` removes. It ends when this process does, however that ends. */
export async function startFaultyServer(
  folder = mkdtempSync(join(tmpdir(), 'expense-ledger-fault-')),
): Promise<FaultyServer> {
  const leash = onLeash(folder)
  const place = preparePlace(folder)
  const program = findServer(place.data)
  let server: ChildProcess | undefined
  makeSocketFolder(place)
  if (!existsSync(place.data)) initialise(program, place)

  async function start(): Promise<void> {
    rmSync(place.socket, { force: true })
    mkdirSync(place.temporary, { recursive: true })
    const log = openSync(place.log, 'w')
    const child = spawn(program.program, serverArguments(program, place, true), {
      detached: true,
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    server = child
    await once(child, 'spawn')
    leash.holds(child)
    child.unref()
    while (!(await answers(place.socket))) {
      if (hasEnded(child)) throw new Error(`The server does not start: ${firstError(readFileSync(place.log, 'utf8'))}`)
      await sleep(POLL_MS)
    }
  }

  async function kill(): Promise<void> {
    if (!server || hasEnded(server)) return
    server.kill('SIGKILL')
    await endOf(server)
  }

  await start()
  return {
    url: (database) => `mysql://root@localhost/${database}?socketPath=${encodeURIComponent(place.socket)}`,
    kill,
    start,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    isUp: () => server !== undefined && !hasEnded(server),
    async stop(): Promise<void> {
      await kill()
      removeSocketFolder(place)
      await leash.letGo()
    },
  }
}

/** A shell that waits for this process to end, kills the server if it is still there, and removes `folder`. */
function onLeash(folder: string) {
  const script = 'read -r _; kill -9 "$(cat "$1/pid")" && sleep 0.2; rm -rf "$1"'
  const shell = spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  shell.unref()
  const { stdin } = shell
  ;(stdin as unknown as { unref(): void }).unref()
  return {
    holds: ({ pid }: ChildProcess) => writeFileSync(join(folder, 'pid'), `${pid}`),
    async letGo(): Promise<void> {
      rmSync(join(folder, 'pid'), { force: true })
      stdin.end()
      await endOf(shell)
    },
  }
}

/** Keeps this process for as long as it is waited for. */
async function endOf(child: ChildProcess): Promise<void> {
  child.ref()
  await once(child, 'exit')
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function answers(socketPath: string): Promise<boolean> {
  try {
    await (await createConnection({ socketPath, user: 'root' })).end()
    return true
  } catch {
    return false
  }
}
