import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createConnection } from 'mysql2/promise'
import { run } from './history/run.ts'
import { summaryOf, wordsOf } from './history/words.ts'
import { startFaultyServer } from './server.ts'

// `npm run faults -- --minutes 30`: rounds of half a minute, each on a log of its own, with all that can happen to processes
// and to the database. Says of each round what was done in it; the last line is `N operations, N violations`.
const ROUND = 30
const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, processes: { type: 'string' } },
})
const seconds = Number(values.minutes ?? 1) * 60
const processes = Number(values.processes ?? 4)
const seed = values.seed ?? `${Date.now()}`
if (!(seconds > 0) || !(processes > 0)) throw new RangeError('--minutes and --processes take numbers above 0')

const folder = mkdtempSync(join(tmpdir(), 'expense-ledger-faults-'))
const server = await startFaultyServer()
console.log(`Seed ${seed}, ${processes} processes`)
let operations = 0
let violations = 0
for (let begun = 0, number = 1; begun < seconds && violations === 0; begun += ROUND, number++) {
  const done = await round(number, Math.min(ROUND, seconds - begun))
  operations += done.history.operations.length
  violations += done.violations.length
}
await server.stop()
if (violations === 0) rmSync(folder, { recursive: true, force: true })
console.log(`${operations} operations, ${violations} violations`)
process.exitCode = violations === 0 ? 0 : 1

async function round(number: number, lasting: number) {
  const [database, journals] = [`round_${number}`, join(folder, `${number}`)]
  await ask(`create database ${database}`)
  const options = { url: server.url(database), folder: journals, seed: `${seed} ${number}`, seconds: lasting }
  const done = await run({ ...options, processes, disturbed: true, server })
  await ask(`drop database ${database}`)
  console.log(`Round ${number}: ${summaryOf(done.history)}`)
  if (done.violations.length === 0) rmSync(journals, { recursive: true, force: true })
  else console.log(`${wordsOf(done.violations.slice(0, 20))}\nThe journals are in ${journals}`)
  return done
}

async function ask(sql: string): Promise<void> {
  const connection = await createConnection(server.url(''))
  await connection.query(sql)
  await connection.end()
}
