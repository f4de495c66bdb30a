import test, { type ExecutionContext } from 'ava'
import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { openPool } from '../../../src/events/log/connect.ts'
import { LeaseLost, takeLease, type Change } from '../../../src/events/log/lease.ts'
import { openLog } from '../../../src/events/log/log.ts'
import { isMigrated, migrate } from '../../../src/events/log/migrate.ts'
import { freshDatabase } from '../../database.ts'
import { lunchRecorded } from '../../examples.ts'
import { appendOf, expense } from './appends.ts'

/** A database without any tables. */
async function empty(t: ExecutionContext) {
  const url = await freshDatabase()
  const pool = openPool(url, 4)
  t.teardown(() => pool.end())
  const rows = async (sql: string) => (await pool.query<RowDataPacket[]>(sql))[0]
  return { url, pool, rows }
}

const TABLES = `select table_name as name, count(*) as columns, group_concat(column_type order by ordinal_position) as types
  from information_schema.columns where table_schema = database() group by table_name order by table_name`

const NUMBERED = [
  ...[
    { number: 1, name: 'log' },
    { number: 2, name: 'access' },
    { number: 3, name: 'preferences' },
  ],
  ...[
    { number: 4, name: 'tokens' },
    { number: 5, name: 'tree' },
    { number: 6, name: 'erasures' },
  ],
  ...[
    { number: 7, name: 'second-factor' },
    { number: 8, name: 'limits' },
    { number: 10, name: 'restoring' },
  ],
]
const NAMES = NUMBERED.map(({ name }) => name)

test('each migration is applied once, and said', async (t) => {
  const { url, rows } = await empty(t)
  const said: string[] = []
  await migrate(url, (line) => said.push(line))
  t.deepEqual(
    said,
    NAMES.map((name) => `Migrating the database: ${name}`),
  )
  const before = await rows(TABLES)
  await migrate(url, (line) => said.push(line))
  t.is(said.length, NAMES.length)
  t.deepEqual(await rows(TABLES), before)
  t.deepEqual(await rows('select number, cast(name as char) as name from schema_migrations order by number'), [
    { number: 0, name: 'lock' },
    ...NUMBERED,
  ] as RowDataPacket[])
})

test('who only looks sees whether a migration is left to do', async (t) => {
  const { url, pool } = await empty(t)
  t.false(await isMigrated(url))
  await migrate(url)
  t.true(await isMigrated(url))
  await pool.query('delete from schema_migrations where number = 2')
  t.false(await isMigrated(url))
  await pool.query(`insert into schema_migrations (number, name) values (999, 'future')`)
  await t.throwsAsync(isMigrated(url), { message: /newer Expense Ledger/ })
})

test('of several processes that migrate at once one does it, and all find it done', async (t) => {
  const { url, rows } = await empty(t)
  const said: string[] = []
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      await migrate(url, (line) => said.push(line))
      t.is((await rows('select position from log_head')).length, 1)
    }),
  )
  t.is(said.length, NAMES.length)
})

test('a lease is one taker’s until it is ended, or nothing was heard of the taker for long', async (t) => {
  const { url, pool, rows } = await empty(t)
  await migrate(url)
  const at = { table: 'schema_migrations', row: 'number = 0', holder: 'name', free: 'lock', seen: 'applied_at' }
  const change: Change = async (sql, values) => (await pool.query<ResultSetHeader>(sql, [...values]))[0].affectedRows
  const taken = await Promise.all(Array.from({ length: 4 }, () => takeLease(change, at)))
  const [first, ...more] = taken.filter((lease) => lease !== undefined)
  t.is(more.length, 0)
  await first?.check()
  await pool.query('update schema_migrations set applied_at = utc_timestamp() - interval 1 hour where number = 0')
  const second = await takeLease(change, at)
  await t.throwsAsync(first!.check(), { instanceOf: LeaseLost })
  await first?.end()
  await second?.check()
  await second?.end()
  t.like(await rows('select cast(name as char) as name from schema_migrations where number = 0'), [{ name: 'lock' }])
})

test('a migration that was cut short is applied again', async (t) => {
  const { url, pool, rows } = await empty(t)
  await migrate(url)
  const whole = await rows(TABLES)
  await pool.query('drop table commands')
  await pool.query('delete from schema_migrations where number > 0')
  await pool.query('update log_head set position = 7')
  await migrate(url)
  t.deepEqual(await rows(TABLES), whole)
  t.like(await rows('select position from log_head'), [{ position: 7 }])
})

test('a log from before there was a tree gets one', async (t) => {
  const { url, pool, rows } = await empty(t)
  await migrate(url)
  const log = await openLog({ url, pool })
  t.teardown(() => log.close())
  for (let count = 0; count < 5; count++) await log.append(appendOf(Array.from({ length: 60 }, expense)))
  const state = async () => [await rows('select frontier from log_head'), await rows('select * from tree_nodes')]
  const kept = await state()
  await pool.query("delete from schema_migrations where name = 'tree'")
  await pool.query('drop table tree_nodes, signed_checkpoints')
  await pool.query("update log_head set frontier = ''")
  await migrate(url)
  t.deepEqual(await state(), kept)
})

test('a database of a newer ledger is left alone', async (t) => {
  const { url, pool } = await empty(t)
  await migrate(url)
  await pool.query("insert into schema_migrations (number, name) values (999, 'tomorrow')")
  await t.throwsAsync(migrate(url), { message: /newer Expense Ledger/ })
})

test('names, ids and texts are kept to the byte, whatever the defaults of the server', async (t) => {
  const { url, pool, rows } = await empty(t)
  await pool.query('alter database character set latin1 collate latin1_german1_ci')
  await migrate(url)
  const log = await openLog({ url, pool })
  t.teardown(() => log.close())
  const lunch = { ...lunchRecorded, description: 'Çà et là ☕ 午餐' }
  const metadata = { correlationId: 'Ü ☕', origin: 'import' as const }
  await log.append(appendOf([lunch], { metadata }))
  t.like(await log.readAfter(0, 1), [{ event: lunch, metadata }])
  const loose = await rows(
    `select table_name, column_name, collation_name from information_schema.columns
     where table_schema = database() and collation_name is not null and collation_name <> 'utf8mb4_bin'`,
  )
  t.deepEqual(loose, [])
})
