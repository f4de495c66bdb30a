import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { Bench } from '../bench.ts'
import { alone, figure, type Line } from '../line.ts'
import { millisecondsOf } from '../measure.ts'
import { startNode } from '../run/child.ts'
import { say } from '../run/say.ts'
import { register, serveLedger } from './ledger.ts'
import { usage } from './usage.ts'

/** As many as one file may have. */
const ROWS = 10_000
const STDERR = 2
const within = (seconds: number) => ({ what: `${seconds} s`, atMost: seconds * 1000 })

/** A file of ten thousand rows: looked at and recorded over HTTP, and on the command line by a process that starts for it. */
export async function measureImport({ place, sizes }: Bench): Promise<Line[]> {
  const rounds = Array.from({ length: sizes.rounds }, (_, round) => round)
  const file = join(place.scratch, 'rows.csv')
  writeFileSync(file, rows())
  const [looks, records, cpu]: [number[], number[], [number[], number[]]] = [[], [], [[], []]]
  const [verbLooks, verbRecords]: [number[], number[]] = [[], []]
  for (const round of rounds) {
    say(`Importing ${ROWS} rows, round ${round + 1} of ${rounds.length} …`)
    const url = await place.emptyDatabase(`import_${round}`)
    const ledger = await serveLedger(url)
    const cookie = await register(ledger.origin)
    for (const [query, took, used] of [
      ['?preview=true', looks, cpu[0]],
      ['', records, cpu[1]],
    ] as const) {
      const before = await usage(ledger.origin)
      took.push(await millisecondsOf(() => send(ledger.origin + '/api/imports' + query, cookie)))
      used.push(1000 * ((await usage(ledger.origin)).cpu - before.cpu))
    }
    await ledger.stop()
    const other = await place.emptyDatabase(`import_verb_${round}`)
    const registering = await serveLedger(other)
    await register(registering.origin)
    await registering.stop()
    verbLooks.push(await millisecondsOf(() => verb(other, file, '--preview')))
    verbRecords.push(await millisecondsOf(() => verb(other, file)))
  }
  const many = `${ROWS.toLocaleString('en')} rows`
  return [
    alone(`${many} looked at, over HTTP`, figure('ms', looks), within(3)),
    alone(`${many} recorded, over HTTP`, figure('ms', records), within(10)),
    alone(`CPU of the ledger for ${many} looked at`, figure('ms', cpu[0])),
    alone(`CPU of the ledger for ${many} recorded`, figure('ms', cpu[1])),
    alone(`${many} looked at, by \`ledger import\` from start to end`, figure('ms', verbLooks), within(3)),
    alone(`${many} recorded, by \`ledger import\` from start to end`, figure('ms', verbRecords), within(10)),
  ]
}

/** Three years of a household, some of it twice. */
function rows(): string {
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const date = new Date(Date.UTC(2024, 0, 1 + (row % 1000))).toISOString().slice(0, 10)
    return `${date},Purchase ${row % 4000} at the market,Category ${row % 25},${1 + (row % 90)}.50,EUR`
  })
  return `date,description,category,amount,currency\n${lines.join('\n')}\n`
}

async function send(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { method: 'POST', headers: { cookie, 'Content-Type': 'text/csv' }, body: rows() })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${said.slice(0, 500)}`)
}

async function verb(url: string, file: string, ...options: string[]): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' }
  const child = startNode(['src/main.ts', 'import', file, '--json', ...options], {
    env,
    stdio: ['ignore', 'ignore', STDERR],
  })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`import ${options.join(' ')} ended with ${code}`)
}
