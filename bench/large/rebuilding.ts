import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { outputOf, startNode } from '../run/child.ts'

const Said = z.object({ seconds: z.number() })

/** `ledger rebuild` of every projection, in a process of its own. */
export async function rebuild(url: string, scratch: string, nodeOptions: readonly string[] = []) {
  const file = join(scratch, 'peak-memory')
  // As bin/ledger.js does.
  const args = [
    '--max-semi-space-size=16',
    ...nodeOptions,
    '--import',
    './bench/large/usage.ts',
    'src/main.ts',
    'rebuild',
    '--json',
  ]
  const env = { ...process.env, DATABASE_URL: url, PEAK_MEMORY_FILE: file }
  const said = await outputOf(startNode(args, { env, stdio: ['ignore', 'pipe', 'ignore'] }))
  const { seconds } = Said.parse(JSON.parse(said))
  return { seconds, megabytes: Number(readFileSync(file, 'utf8')) / 1024 }
}
