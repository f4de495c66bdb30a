import { join } from 'node:path'
import { lunch, metadata } from '../append/lunch.ts'
import { newId } from '../../src/events/ids.ts'
import { perSecond } from '../measure.ts'
import { outputOf, start } from '../run/child.ts'
import { say } from '../run/say.ts'
import { folderOf, load, versionOf } from './installed.ts'
import type { OpenPeer } from './peers.ts'
import type { PostgreSQL } from './postgresql.ts'

type Query = { name: string; text: string; values: unknown[] }
type Pool = { query(query: Query): Promise<unknown>; end(): Promise<void> }
type Pg = { default: { Pool: new (options: object) => Pool } }

/** Connections to choose from: with 64 callers the number that is best for it here is the one it gets. */
const SIZES = [5, 10, 20, 64]
const DATABASE = 'message_store'
const text = 'select message_store.write_message($1, $2, $3, $4, $5, $6)'

/** Message DB, installed by its own script; `write_message` by a prepared statement. */
export const openMessageDb: OpenPeer = async (postgresql, versions) => {
  const { Pool } = (await load<Pg>('pg')).default
  await installInto(postgresql)
  // The functions name each other without their schema.
  const options = { connectionString: postgresql.url(DATABASE), options: `-c search_path=${DATABASE},public` }
  const open = (max: number) => new Pool({ ...options, max })

  const max = await best(SIZES, async (size) => {
    const pool = open(size)
    await perSecond(64, 0.5, () => append(pool))
    const rate = await perSecond(64, 1, () => append(pool))
    await pool.end()
    return rate
  })
  say(`Message DB gets ${max} connections, of ${SIZES.join(', ')} the best for it`)
  versions.set('Message DB', `${versionOf('@eventide/message-db')} with ${max} connections`)
  const pool = open(max)
  return { name: 'Message DB', append: () => append(pool), close: () => pool.end() }
}

function append(pool: Pool): Promise<unknown> {
  const { type, ...data } = lunch()
  const stream = `expense-${data.expenseId}`
  // It counts a stream's versions from 0: -1 is that of one that does not exist.
  const values = [newId(), stream, type, JSON.stringify(data), JSON.stringify(metadata), -1]
  return pool.query({ name: 'write', text, values })
}

async function installInto({ programs, folder }: PostgreSQL): Promise<void> {
  const env = {
    ...process.env,
    PATH: `${programs}:${process.env.PATH ?? ''}`,
    PGHOST: folder,
    PGUSER: 'postgres',
    DATABASE_NAME: DATABASE,
  }
  await outputOf(start('bash', [join(folderOf('@eventide/message-db'), 'database/install.sh')], { env }))
}

async function best(sizes: readonly number[], rateOf: (size: number) => Promise<number>): Promise<number> {
  const rates: { size: number; rate: number }[] = []
  for (const size of sizes) rates.push({ size, rate: await rateOf(size) })
  return rates.reduce((one, other) => (other.rate > one.rate ? other : one)).size
}
