import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { later, until } from '../delivery/told.ts'
import { forClients } from './networks.ts'
import { folder, ROOT } from './place.ts'
import type { Node } from './node.ts'

const MAIN = join(ROOT, 'src/main.ts')

export type Replica = ReturnType<typeof makeReplica>

/** A ledger that turns to `nodes`, the first of them first. */
export function makeReplica(number: number, nodes: readonly Node[]) {
  const [first, ...others] = nodes as [Node, ...Node[]]
  const home = join(folder, `replica${number}`)
  mkdirSync(home)
  const port = 3300 + number
  const address = `http://127.0.0.1:${port}`
  const hosts = `hosts=${others.map((node) => `${forClients(node.number)}:3306`).join(',')}`
  const settings = {
    DATABASE_URL: `mysql://serving:serving@${forClients(first.number)}:3306/ledger?${hosts}`,
    DATABASE_ADMIN_URL: `${first.url('ledger')}?${hosts}`,
    DATA_DIR: home,
    SIGNING_KEY: '5e'.repeat(32),
    PORT: `${port}`,
    LOG_LEVEL: 'warn',
    WAIT_SECONDS: '60',
  }
  const said = join(home, 'said.log')
  let child: ChildProcess | undefined
  const hasEnded = () => child === undefined || child.exitCode !== null || child.signalCode !== null

  async function isReady(): Promise<boolean> {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await answer?.body?.cancel()
    return answer?.status === 200
  }

  /** Whether it is ready. One that has ended will never be. */
  async function look(): Promise<boolean> {
    if (hasEnded()) throw new Error(`Replica ${number} has ended:\n${readFileSync(said, 'utf8').slice(-3_000)}`)
    return isReady()
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || hasEnded()) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  later(() => end('SIGKILL'))
  return {
    number,
    address,
    settings,
    /** Resolves once it is ready. */
    async start(): Promise<void> {
      const log = openSync(said, 'a')
      const env = { ...process.env, ...settings }
      child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', log, log] })
      await until(`replica ${number}`, look)
    },
    isReady,
    ready: () => until(`replica ${number} ready`, look),
    notReady: () => until(`replica ${number} not ready`, async () => !(await isReady())),
    kill: () => end('SIGKILL'),
    /** Faults of the ledger's own that it has told, which is level 50 and above. */
    faults: () =>
      readFileSync(said, 'utf8')
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
  }
}
