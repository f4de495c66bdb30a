import { readdir, readFile } from 'node:fs/promises'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from './connect.ts'
import type { Lease } from './lease.ts'
import { plantTree } from './merkle/plant.ts'
import { takeTurn } from './migrations-turn.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

/** The tables are of a later release than this one. */
export class NewerSchema extends Error {
  constructor() {
    super('The database was made by a newer Expense Ledger: upgrade this one')
  }
}

/** A migration as its file says it: `001-log.sql` is number 1, named `log`. */
type Migration = { number: number; name: string; statements: string[] }
type Left = Migration & { isBegun: boolean }

/** What follows the statements of a migration, by its name: work that SQL cannot do. Can be repeated like them. */
const afterwards: Partial<Record<string, typeof plantTree>> = { tree: plantTree }

/** What the name of a migration begins with as long as it is not done. */
const BEGUN = 'begun: '

type Say = (line: string) => void
type Options = {
  /**
   * Comes before the first migration that nobody has begun yet, where the log has events: the last moment to save it.
   * What it throws, none is begun.
   */
  before?: () => Promise<void>
}

/**
 * Brings the durable tables up to date; `url` may create tables. Says each migration it applies. Every statement can be
 * repeated, so one that was cut short is simply applied again; until it is, it is noted as begun, and neither this release
 * nor an older one takes the tables for whole. Of several processes one migrates, the others wait. Throws `NewerSchema`.
 */
export async function migrate(url: string, say: Say = () => undefined, { before }: Options = {}): Promise<void> {
  const lock = await open(url)
  const worker = await open(url)
  try {
    await prepare(worker)
    const turn = await takeTurn(lock)
    try {
      await applyAll(worker, turn, say, before)
    } finally {
      await turn.end()
    }
  } finally {
    await Promise.allSettled([lock.end(), worker.end()])
  }
}

async function applyAll(worker: Connection, turn: Lease, say: Say, before: Options['before']): Promise<void> {
  const left = await toDo(worker)
  // What there was before a migration that was cut short was saved then. It is finished first: whole tables are saved.
  const first = left.find(({ isBegun }) => !isBegun)
  for (const migration of left) {
    if (migration === first && (await hasEvents(worker))) await before?.()
    await turn.check()
    await apply(migration, worker, say)
  }
}

/** Whether the tables are up to date, as far as the user of `url` may see. Throws `NewerSchema`. */
export async function isMigrated(url: string): Promise<boolean> {
  const connection = await open(url)
  try {
    return (await toDo(connection)).length === 0
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (['ER_NO_SUCH_TABLE', 'ER_TABLEACCESS_DENIED_ERROR'].includes(code)) return false
    throw error
  } finally {
    await connection.end()
  }
}

/** The number of the newest migration that this release knows. */
export async function newestMigration(): Promise<number> {
  return (await readMigrations()).at(-1)?.number ?? 0
}

async function apply({ number, name, statements }: Migration, worker: Connection, say: Say): Promise<void> {
  say(`Migrating the database: ${name}`)
  await worker.query('insert ignore into schema_migrations (number, name) values (?, ?)', [number, BEGUN + name])
  for (const statement of statements) await worker.query(statement)
  await afterwards[name]?.(worker, say)
  await worker.query('update schema_migrations set name = ? where number = ?', [name, number])
}

async function hasEvents(worker: Connection): Promise<boolean> {
  const [[log]] = await worker.query<RowDataPacket[]>(
    `select count(*) as tables from information_schema.tables where table_schema = database() and table_name = 'events'`,
  )
  if (Number(log?.tables) === 0) return false
  const [events] = await worker.query<RowDataPacket[]>('select position from events limit 1')
  return events.length > 0
}

async function open(url: string): Promise<Connection> {
  const connection = await createConnection(connectionOptions(url))
  // Lost while nothing was asked: what is asked next tells.
  connection.on('error', () => undefined)
  for (const setting of sessionSettings) await connection.query(setting)
  return connection
}

/** Looks first: on a cluster every node stops what it does to the table, be it only to find it there. */
async function prepare(worker: Connection): Promise<void> {
  const [found] = await worker.query<RowDataPacket[]>(`show tables like 'schema_migrations'`)
  if (found.length > 0) return noteLock(worker)
  await worker.query(`create table if not exists schema_migrations (
    number int unsigned not null primary key,
    name varbinary(64) not null,
    applied_at timestamp not null default current_timestamp
  ) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin`)
  await noteLock(worker)
}

async function noteLock(worker: Connection): Promise<void> {
  await worker.query(`insert ignore into schema_migrations (number, name) values (0, 'lock')`)
}

/** The migrations that are not done, the oldest first. Throws `NewerSchema`. */
async function toDo(connection: Connection): Promise<Left[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'select number, cast(name as char) as name from schema_migrations order by number',
  )
  const noted = rows as { number: number; name: string }[]
  const migrations = await readMigrations()
  if ((noted.at(-1)?.number ?? 0) > (migrations.at(-1)?.number ?? 0)) throw new NewerSchema()
  const nameOf = new Map(noted.map(({ number, name }) => [number, name]))
  const all = migrations.map((one) => ({ ...one, isBegun: nameOf.get(one.number)?.startsWith(BEGUN) ?? false }))
  return all.filter(({ number, isBegun }) => isBegun || !nameOf.has(number))
}

async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const [, number, name = ''] = /^(\d+)-(.+)\.sql$/.exec(file) ?? []
      const text = (await readFile(new URL(file, FOLDER), 'utf8')).replace(/^\s*--.*$/gm, '')
      const statements = text.split(/;\s*$/m).map((statement) => statement.trim())
      return { number: Number(number), name, statements: statements.filter(Boolean) }
    }),
  )
}
