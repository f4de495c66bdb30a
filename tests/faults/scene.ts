import { randomBytes } from 'node:crypto'
import type { ExecutionContext } from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { openPool } from '../../src/events/log/connect.ts'
import { openLedger } from '../../src/ops/ledger.ts'
import { projectionNames } from '../../src/projections/projections.ts'
import { isSound } from '../events/log/sound.ts'
import { startLedger } from '../ops/ledger-process.ts'
import { eventually } from './eventually.ts'
import { startLoad, type Told } from './load.ts'
import type { FaultyServer } from './server.ts'

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
/** Milliseconds that no projection needs, however busy the machine. */
const PATIENCE = 60_000

export type Scene = Awaited<ReturnType<typeof setScene>>

/**
 * `processes` ledgers on one database of `server`'s, in which Ana has registered. `through` turns the database's address into
 * the one that they are told.
 */
export async function setScene(
  t: ExecutionContext,
  server: Pick<FaultyServer, 'url'>,
  { processes = 1, env = {}, through = async (url: string) => url }: Options = {},
) {
  const url = server.url(`ledger_${randomBytes(4).toString('hex')}`)
  await makeDatabase(url)
  const settings = { DATABASE_URL: await through(url), ...env }
  const start = async (more: Record<string, string> = {}) => {
    const ledger = startLedger(t, { ...settings, ...more })
    return { ...ledger, url: await ledger.address() }
  }
  const first = await start()
  const cookie = await register(first.url)
  const ledgers = [first, ...(await Promise.all(Array.from({ length: processes - 1 }, () => start())))]
  const addresses = ledgers.map((ledger) => ledger.url)

  /** Whether `address` says that it is ready. */
  async function isReady(address: string): Promise<boolean> {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    await answer?.body?.cancel()
    return answer?.status === 200
  }

  return {
    url,
    addresses,
    ledgers,
    start,
    get: (path: string, address = first.url) => fetch(`${address}${path}`, { headers: { cookie } }),
    load: (clients: number) => startLoad(addresses, cookie, clients),
    ready: (address = first.url) => eventually(() => isReady(address)),
    notReady: (address = first.url) => eventually(async () => !(await isReady(address))),
    /** The log, the projections and what `told` says of the answers agree; and nobody was answered what may not be answered. */
    async isWhole({ answered, surprises }: Told): Promise<void> {
      t.deepEqual(surprises, [])
      const events = await soundEvents(t, url)
      const recorded = events.filter(({ type }) => type === 'ExpenseRecorded')
      const placed = new Map(recorded.map(({ stream, position }) => [stream, position]))
      for (const { id, position } of answered) t.true((placed.get(`expense-${id}`) ?? Infinity) <= position)
      t.is(new Set(answered.map(({ id }) => id)).size, answered.length, 'Two commands were answered with one expense')
      t.is(recorded.length, answered.length, 'A command is there twice, or one that nobody was answered')
      t.deepEqual(await differences(url), [])
    },
  }
}

type Options = { processes?: number; env?: Record<string, string>; through?: (url: string) => Promise<string> }

async function makeDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const connection = await createConnection({ uri: url.replace(`/${name}`, '/') })
  await connection.query(`create database ${name}`)
  await connection.end()
}

async function register(address: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${address}/api/users`, { method: 'POST', headers, body: JSON.stringify(ana) })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function soundEvents(t: ExecutionContext, url: string) {
  const pool = openPool(url, 1)
  try {
    return await isSound(t, { rows: async (sql) => (await pool.query<RowDataPacket[]>(sql))[0] as never })
  } finally {
    await pool.end()
  }
}

/** What `check` finds once the ledgers that run have applied the whole log. */
async function differences(url: string) {
  const { log, projections, close } = await openLedger(url)
  try {
    await projections.reached((await log.head()).position, projectionNames, PATIENCE)
    return (await projections.check()).differences
  } finally {
    await close()
  }
}
