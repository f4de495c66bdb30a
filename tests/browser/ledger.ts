import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { temporaryFolder } from '../temporary-folder.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

export type RunningLedger = { url: string; stop: () => Promise<void> }

/** A ledger in a process of its own, on any free port. Without a database to use it brings one, in its data folder. */
export async function startLedger(settings: { DATABASE_URL?: string; DATA_DIR?: string }): Promise<RunningLedger> {
  const env = { ...process.env, PORT: '0', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error', ...settings }
  const ledger = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'inherit', 'pipe'] })
  const ended = once(ledger, 'exit')
  const stop = async () => {
    ledger.kill('SIGTERM')
    await ended
  }
  const said: string[] = []
  for await (const line of createInterface(ledger.stderr)) {
    said.push(line)
    const [, url] = /^Expense Ledger on (http:\S+)$/.exec(line) ?? []
    if (url === undefined) continue
    ledger.stderr.resume()
    return { url, stop }
  }
  throw new Error(`The ledger ended before it was ready: ${said.join('\n')}`)
}
