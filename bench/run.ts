import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { parseArgs } from 'node:util'
import { openPrivateDatabase } from '../src/ops/private-database.ts'
import { benchAppend } from './append.ts'
import { benchHttp } from './http.ts'
import type { Line } from './measure.ts'
import { benchRebuild } from './rebuild.ts'

// `npm run bench`: every figure beside what it is held against, in one run on one private server with durable commits.
// `npm run bench -- append` runs one of them; `--rounds` and `--seconds` say how long, `--events` how many to rebuild.
process.chdir(join(import.meta.dirname, '..'))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, seconds: { type: 'string' }, events: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 3)
const seconds = Number(values.seconds ?? 3)
const benches: Record<string, (url: string) => Promise<Line[]>> = {
  append: (url) => benchAppend(url, rounds, seconds),
  http: (url) => benchHttp(url, rounds, seconds),
  rebuild: (url) => benchRebuild(url, rounds, Number(values.events ?? 100_000)),
}
const chosen = positionals.length > 0 ? positionals : Object.keys(benches)

const dataDir = mkdtempSync(join(tmpdir(), 'expense-ledger-bench-'))
const database = await openPrivateDatabase({ dataDir, say: console.error })
try {
  const lines: Line[] = []
  for (const name of chosen) {
    console.error(`Measuring ${name} …`)
    await query(`create database bench_${name} character set utf8mb4 collate utf8mb4_bin`)
    lines.push(...((await benches[name]?.(database.adminUrl(`bench_${name}`))) ?? []))
  }
  console.log(table(lines))
  keep({ at: new Date().toISOString(), machine: machine(), server: await serverVersion(), rounds, seconds, lines })
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function query(sql: string): Promise<unknown> {
  const connection = await createConnection({ uri: database.adminUrl('') })
  try {
    return (await connection.query(sql))[0]
  } finally {
    await connection.end()
  }
}

async function serverVersion(): Promise<string> {
  const [row] = (await query('select version() as version')) as { version: string }[]
  return row?.version ?? ''
}

function machine() {
  return { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version }
}

function keep(result: object): void {
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/latest.json', `${JSON.stringify(result, null, 2)}\n`)
}

function table(lines: readonly Line[]): string {
  const number = (value: number) => Math.round(value).toLocaleString('en')
  const rows = lines.map(({ what, rate, beside = '', other, ratio, goal = '' }) => [
    what,
    `${number(rate)}/s`,
    beside,
    other === undefined ? '' : `${number(other)}/s`,
    ratio === undefined ? '' : `${(ratio * 100).toFixed(1)} %`,
    goal,
  ])
  const head = ['', 'measured', 'beside', 'measured', 'ratio', 'asked for']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}
