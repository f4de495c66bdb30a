import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freshDatabase } from '../database.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

export type RunningLedger = { url: string; stop: () => Promise<void> }

/** A ledger of its own process on a new database, which nobody has used yet. */
export async function startLedger(): Promise<RunningLedger> {
  const settings = { PORT: '0', DATABASE_URL: await freshDatabase(), DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' }
  const env = { ...process.env, ...settings }
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
