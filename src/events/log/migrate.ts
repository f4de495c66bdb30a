import { readdir, readFile } from 'node:fs/promises'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from './connect.ts'
import { plantTree } from './merkle/plant.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

/** The tables are of a later release than this one. */
export class NewerSchema extends Error {
  constructor() {
    super('The database was made by a newer Expense Ledger: upgrade this one')
  }
}

/** A migration as its file says it: `001-log.sql` is number 1, named `log`. */
type Migration = { number: number; name: string; statements: string[] }

/** What follows the statements of a migration, by its name: work that SQL cannot do. Can be repeated like them. */
const afterwards: Partial<Record<string, typeof plantTree>> = { tree: plantTree }

/**
 * Brings the durable tables up to date; `url` may create tables. Says each migration it applies. Every statement can be
 * repeated, so one that was cut short is simply applied again. Of several processes one migrates, the others wait.
 * Throws `NewerSchema`.
 */
export async function migrate(url: string, say: (line: string) => void = () => undefined): Promise<void> {
  const lock = await open(url)
  const worker = await open(url)
  try {
    await prepare(worker)
    // DDL commits by itself, so the lock is held on one connection while the other one works; with a long log that takes minutes.
    await lock.query('set session innodb_lock_wait_timeout = 3600')
    await lock.query('start transaction')
    await lock.query('select number from schema_migrations where number = 0 for update')
    const done = await applied(worker)
    const migrations = await readMigrations()
    const newest = migrations.at(-1)?.number ?? 0
    if (Math.max(...done) > newest) throw new NewerSchema()
    for (const migration of migrations.filter(({ number }) => !done.includes(number))) {
      say(`Migrating the database: ${migration.name}`)
      for (const statement of migration.statements) await worker.query(statement)
      await afterwards[migration.name]?.(worker, say)
      await worker.query('insert into schema_migrations (number, name) values (?, ?)', [
        migration.number,
        migration.name,
      ])
    }
    await lock.query('commit')
  } finally {
    await Promise.allSettled([lock.end(), worker.end()])
  }
}

/** Whether the tables are up to date, as far as the user of `url` may see. Throws `NewerSchema`. */
export async function isMigrated(url: string): Promise<boolean> {
  const connection = await open(url)
  try {
    const [done, migrations] = await Promise.all([applied(connection), readMigrations()])
    const newest = migrations.at(-1)?.number ?? 0
    if (Math.max(...done) > newest) throw new NewerSchema()
    return migrations.every(({ number }) => done.includes(number))
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (['ER_NO_SUCH_TABLE', 'ER_TABLEACCESS_DENIED_ERROR'].includes(code)) return false
    throw error
  } finally {
    await connection.end()
  }
}

async function open(url: string): Promise<Connection> {
  const connection = await createConnection(connectionOptions(url))
  for (const setting of sessionSettings) await connection.query(setting)
  return connection
}

async function prepare(worker: Connection): Promise<void> {
  await worker.query(`create table if not exists schema_migrations (
    number int unsigned not null primary key,
    name varbinary(64) not null,
    applied_at timestamp not null default current_timestamp
  ) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin`)
  await worker.query(`insert ignore into schema_migrations (number, name) values (0, 'lock')`)
}

async function applied(worker: Connection): Promise<number[]> {
  const [rows] = await worker.query<RowDataPacket[]>('select number from schema_migrations order by number')
  return rows.map((row) => row.number as number)
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
