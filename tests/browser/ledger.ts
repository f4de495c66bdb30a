import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { temporaryFolder } from '../temporary-folder.ts'

const at = (path: string) => join(import.meta.dirname, '../..', path)
// With it the ledger ends when the tests do, however they end.
const command = ['--import', at('bin/end-with-parent.js'), at('src/main.ts'), 'serve']

type Settings = { DATABASE_URL?: string; DATA_DIR?: string; PORT?: string }
export type RunningLedger = { url: string; stop: () => Promise<void> }

/** A ledger in a process of its own, on any free port unless said. Without a database to use it brings one, in its data folder. */
export async function startLedger(settings: Settings): Promise<RunningLedger> {
  const env = { ...process.env, PORT: '0', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error', ...settings }
  const ledger = spawn(process.execPath, command, { env, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
  const ended = once(ledger, 'exit')
  const stop = async () => {
    ledger.kill('SIGTERM')
    await ended
  }
  const stderr = ledger.stderr!
  const said: string[] = []
  for await (const line of createInterface(stderr)) {
    said.push(line)
    const [, url] = /^Expense Ledger on (http:\S+)$/.exec(line) ?? []
    if (url === undefined) continue
    stderr.resume()
    return { url, stop }
  }
  throw new Error(`The ledger ended before it was ready: ${said.join('\n')}`)
}
