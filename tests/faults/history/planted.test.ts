import { createHash } from 'node:crypto'
import test from 'ava'
import { createConnection, type Connection } from 'mysql2/promise'
import { connectionOptions } from '../../../src/events/log/connect.ts'
import { freshDatabase } from '../../database.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { canonicalJson } from './canonical-json.ts'
import { check } from './check.ts'
import { readFinalLog } from './final-log.ts'
import type { Flaw } from './flaws/flaw.ts'
import type { LogRow, Rule, Violation } from './history.ts'
import { run } from './run.ts'

// The checker is held against logs that are known to be wrong: processes that really run, with one flaw planted.

const TAKES_LONG = 240_000

async function planted(flaw: Flaw | undefined) {
  const url = await freshDatabase()
  const work = { seed: 'planted', seconds: 0, atLeast: 40, processes: 3, mix: 'streams' } as const
  return { url, ...(await run({ url, folder: temporaryFolder(), flaw, ...work })) }
}

const finds = test.macro<[Flaw, ...Rule[]]>({
  async exec(t, flaw, ...expected) {
    t.timeout(TAKES_LONG)
    const found = rulesOf((await planted(flaw)).violations)
    for (const rule of expected) t.true(found.includes(rule), `Not “${rule}”, but: ${found.join(', ')}`)
  },
  title: (_title, flaw) => `the checker finds it when it is planted: ${flaw}`,
})

test.serial('a plain store without a flaw is fine with the checker', async (t) => {
  t.timeout(TAKES_LONG)
  t.deepEqual((await planted('none')).violations, [])
})

test.serial(finds, 'position taken early', 'followers see everything once', 'reads are right')
test.serial(finds, 'version checked by reading', 'guards hold')
test.serial(finds, 'clock goes backwards', 'instants rise')
test.serial(finds, 'answered before commit', 'answers are kept')
test.serial(finds, 'sent again under a new id', 'each command once')
test.serial(finds, 'follower skips', 'followers see everything once')

const tampering: readonly [string, (database: Connection) => Promise<unknown>, readonly Rule[]][] = [
  [
    'an amount rewritten',
    (database) => rewrite(database, ({ hash }) => hash),
    ['hashes are right', 'each command once'],
  ],
  [
    'an amount and its hash rewritten',
    (database) => rewrite(database, leafHash),
    ['each command once', 'reads are right'],
  ],
  [
    'an event deleted',
    (database) => database.query('delete from events where position = 20'),
    ['positions are 1 to n'],
  ],
  ['the end cut off', cutOff, ['answers are kept', 'followers see everything once']],
  ['two events swapped', swap, ['answers are kept', 'instants rise', 'hashes are right']],
]

test.serial('the checker finds what was done to a log afterwards', async (t) => {
  t.timeout(TAKES_LONG)
  const { url, history, violations } = await planted(undefined)
  t.deepEqual(violations, [])
  const database = await createConnection(connectionOptions(url))
  t.teardown(() => database.end())
  for (const [what, tamper, expected] of tampering) {
    await database.query('start transaction')
    await tamper(database)
    const found = rulesOf(check({ ...history, log: await readFinalLog(database) }))
    await database.query('rollback')
    for (const rule of expected) t.true(found.includes(rule), `${what}: not “${rule}”, but: ${found.join(', ')}`)
  }
})

async function rewrite(database: Connection, hashOf: (row: LogRow) => string): Promise<unknown> {
  const row = (await readFinalLog(database)).events.find(({ type }) => type === 'ExpenseRecorded')!
  const { amount, ...others } = JSON.parse(row.data) as { amount: number }
  const data = canonicalJson({ ...others, amount: amount + 1 })
  const hash = Buffer.from(hashOf({ ...row, data }), 'hex')
  return database.query('update events set data = ?, hash = ? where position = ?', [data, hash, row.position])
}

function leafHash({ hash: _hash, ...row }: LogRow): string {
  const event = { ...row, data: JSON.parse(row.data) as unknown, metadata: JSON.parse(row.metadata) as unknown }
  return createHash('sha256').update('\0').update(canonicalJson(event)).digest('hex')
}

async function cutOff(database: Connection): Promise<unknown> {
  const position = (await readFinalLog(database)).head.position - 3
  await database.query('delete from events where position > ?', [position])
  return database.query('update log_head set position = ?', [position])
}

async function swap(database: Connection): Promise<void> {
  const move = (from: number, to: number) => {
    return database.query('update events set position = ? where position = ?', [to, from])
  }
  await move(10, 0)
  await move(11, 10)
  await move(0, 11)
}

function rulesOf(violations: readonly Violation[]): Rule[] {
  return [...new Set(violations.map(({ rule }) => rule))]
}
