import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './shell.ts'
import { later } from './told.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** What takes long to make and is the same every time stays here. */
export const cache = join(tmpdir(), 'expense-ledger-delivery')
mkdirSync(cache, { recursive: true })

/** A folder for this run; short, as sockets are in it. */
export const folder = mkdtempSync(join(tmpdir(), 'eld-'))
later(async () => {
  // An engine leaves a mount for each network that it had.
  await run('sh', ['-c', 'grep -o " $0/[^ ]*" /proc/mounts | sort -r | xargs --no-run-if-empty umount --lazy', folder])
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
})

/** Our own addresses on a wire between this machine and the namespace that the Swarm is in: nobody else is on it. */
export const here = '10.78.0.1'
export const there = '10.78.0.2'
export const registry = `${here}:5000`
