import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { outputOf, startNode } from '../run/child.ts'
import { say } from '../run/say.ts'
import { largeLog } from './log.ts'

const Said = z.object({ seconds: z.number(), bytes: z.int() })

/** `ledger backup` of a large log, in a process of its own: what it takes, how much memory it has at most, how large the file is. */
export async function measureBackup({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events } = await largeLog(place, { events: sizes.events })
  const many = `${events.toLocaleString('en')} events`
  const [took, memory, size]: [number[], number[], number[]] = [[], [], []]
  say(`Backing up ${many}, ${sizes.slowRounds} rounds …`)
  for (let round = 0; round < sizes.slowRounds; round++) {
    const { seconds, bytes, megabytes } = await backUp(url, place.scratch)
    took.push(1000 * seconds)
    memory.push(megabytes)
    size.push(bytes / 1e6)
  }
  return [
    alone(`ledger backup, ${many}`, figure('ms', took)),
    alone(`memory of ledger backup, ${many}`, figure('MB', memory)),
    alone(`size of the backup, ${many}`, figure('MB', size)),
  ]
}

async function backUp(url: string, scratch: string) {
  const [file, peak] = [join(scratch, 'ledger.backup'), join(scratch, 'peak-memory')]
  const env = { ...process.env, DATABASE_URL: url, PEAK_MEMORY_FILE: peak }
  const args = ['--import', './bench/large/usage.ts', 'src/main.ts', 'backup', file, '--json']
  const said = await outputOf(startNode(args, { env, stdio: ['ignore', 'pipe', 'ignore'] }))
  rmSync(file)
  return { ...Said.parse(JSON.parse(said)), megabytes: Number(readFileSync(peak, 'utf8')) / 1024 }
}
