import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { openPool } from '../../../src/events/log/connect.ts'
import { migrate } from '../../../src/events/log/migrate.ts'
import type { FaultyServer } from '../server.ts'
import type { Mix } from './actions.ts'
import { check } from './check.ts'
import { wallOffset } from './clock.ts'
import { startCrew } from './crew.ts'
import { disturb, harmsToServer, harmsToWorkers } from './disturb.ts'
import { readFinalLog } from './final-log.ts'
import type { Flaw } from './flaws/flaw.ts'
import type { History, Violation } from './history.ts'
import { randomFrom } from './random.ts'

export type RunOptions = {
  /** Of an empty database. */
  url: string
  /** Where the journals go. */
  folder: string
  seed: string
  seconds: number
  /** How often each caller acts, however slow the machine is. */
  atLeast?: number
  processes?: number
  mix?: Mix
  flaw?: Flaw | undefined
  /** Whether workers are killed and frozen meanwhile. */
  disturbed?: boolean
  /** Is killed and frozen meanwhile, if it is given. */
  server?: FaultyServer | undefined
}

/** Lets workers loose on an empty log, and checks what they saw. */
export async function run(options: RunOptions): Promise<{ history: History; violations: Violation[] }> {
  const {
    url,
    folder,
    seed,
    seconds,
    atLeast = 0,
    processes = 4,
    mix = 'everything',
    flaw,
    disturbed,
    server,
  } = options
  mkdirSync(folder, { recursive: true })
  await migrate(url)
  const offset = wallOffset()
  const crew = await startCrew({ url, folder, seed, mix, flaw, processes, callers: 4, atLeast })
  const deadline = Date.now() + seconds * 1000
  const [one, other] = [randomFrom(`${seed} workers`), randomFrom(`${seed} server`)]
  const disturbances = await Promise.all([
    sleep(seconds * 1000, []),
    disturbed ? disturb(harmsToWorkers(crew, processes, one), 2_000, one, deadline) : [],
    server ? disturb(harmsToServer(server, other), 10_000, other, deadline) : [],
  ])
  await crew.stop()
  await crew.finish(await settledHead(url))
  const pool = openPool(url, 1)
  const log = await readFinalLog(pool)
  await pool.end()
  const history = {
    operations: crew.operations(),
    disturbances: disturbances.flat(),
    failed: crew.failed(),
    log,
    wallOffset: offset,
  }
  return { history, violations: check(history) }
}

/** The position of the head once also those are through whom nobody waits for any more: workers that were killed. */
export async function settledHead(url: string): Promise<number> {
  const connection = await createConnection(url)
  const busy = `select count(*) as count from information_schema.processlist
    where db = database() and id <> connection_id() and command not in ('Sleep', 'Killed') and info like '%log_head set%'`
  const one = async (sql: string) => (await connection.query<RowDataPacket[]>(sql))[0][0]
  while (Number((await one(busy))?.count) > 0);
  // Whoever is in the middle of a transaction has the head locked.
  await connection.query('start transaction')
  const head = await one('select position from log_head for update')
  await connection.end()
  return Number(head?.position)
}
