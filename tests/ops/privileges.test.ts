import test from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { newId } from '../../src/events/ids.ts'
import { openLedger } from '../../src/ops/ledger.ts'
import { freshDatabase, servingAccount } from '../database.ts'
import { anaRegistered, metadata } from '../examples.ts'

/** A database with one event in it, asked as its admin and as the account that serves. */
const adminUrl = await freshDatabase()
const url = await servingAccount(adminUrl)
const ledger = await openLedger(url)
await ledger.log.append({ commandId: newId(), actorId: null, metadata, events: [anaRegistered], guards: [] })
await ledger.close()
const [admin, serving] = await Promise.all([adminUrl, url].map((uri) => createConnection({ uri })))

async function ask(sql: string): Promise<RowDataPacket[]> {
  const [rows] = await admin!.query<RowDataPacket[]>(sql)
  return rows
}

test.after.always(() => Promise.all([admin!.end(), serving!.end()]))

const projection = 'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, INDEX, ALTER'
const exactly: Record<string, string> = {
  events: 'SELECT, INSERT',
  log_head: 'SELECT, UPDATE',
  tree_nodes: 'SELECT, INSERT',
  signed_checkpoints: 'SELECT, INSERT',
  claims: 'SELECT, INSERT, DELETE',
  commands: 'SELECT, INSERT, DELETE',
  keys: 'SELECT, INSERT, DELETE',
  erasures: 'SELECT, INSERT, UPDATE',
  credentials: 'SELECT, INSERT, UPDATE, DELETE',
  sessions: 'SELECT, INSERT, UPDATE, DELETE',
  second_factors: 'SELECT, INSERT, UPDATE, DELETE',
  recovery_codes: 'SELECT, INSERT, DELETE',
  tokens: 'SELECT, INSERT, UPDATE, DELETE',
  preferences: 'SELECT, INSERT, UPDATE, DELETE',
  failed_attempts: 'SELECT, INSERT, UPDATE, DELETE',
  access_log: 'SELECT, INSERT, UPDATE, DELETE',
  restoring: 'SELECT',
  schema_migrations: 'SELECT',
  ...Object.fromEntries(
    ['users', 'shares', 'categories', 'expenses', 'user_totals', 'activity']
      .flatMap((name) => [name, `${name}_checkpoint`])
      .flatMap((name) => [name, `${name}_next`, `${name}_old`])
      .map((table) => [table, projection]),
  ),
  projection_turns: projection,
  projection_leases: projection,
}

test('the account that serves has these rights and no others', async (t) => {
  const database = new URL(url).pathname.slice(1)
  const grants = (await ask("show grants for serving@'%'")).map((row) => String(Object.values(row)[0]))
  const here = grants.filter((grant) => grant.includes(`\`${database}\``))
  const tables = here.map((grant) => /^GRANT (.+) ON `\w+`\.`(\w+)` TO `serving`@`%`$/.exec(grant)?.slice(1) ?? [grant])
  t.deepEqual(Object.fromEntries(tables.map(([rights, table]) => [table, rights])), exactly)
  const elsewhere = grants.filter((grant) => !/ ON `test_\w+`\./.test(grant))
  t.deepEqual(elsewhere, ['GRANT USAGE ON *.* TO `serving`@`%`'])
})

test('no table is forgotten', async (t) => {
  const tables = await ask('select table_name as name from information_schema.tables where table_schema = database()')
  t.deepEqual(
    tables.map(({ name }) => name as string).filter((name) => !(name in exactly)),
    [],
  )
})

const refused: Record<string, readonly string[]> = {
  'an event cannot be changed': [
    'update events set data = data',
    'update users u join events e set e.data = e.data',
    'insert into events select * from events on duplicate key update data = values(data)',
    'replace into events select * from events',
  ],
  'an event cannot be removed': [
    'delete from events',
    'delete e from users u join events e',
    'truncate table events',
    'drop table events',
    'drop table if exists events',
  ],
  'the table of events cannot be altered': [
    'alter table events add remark text',
    'alter table events drop primary key',
    'alter table events convert to character set latin1',
    'create index more on events (type)',
    'drop index command_part on events',
  ],
  'no other table can take its place': [
    'rename table events to users_old',
    'rename table events to users_old, users to events',
    'rename table users to events',
    'alter table users rename to events',
    'create or replace table events like users',
    'alter table users exchange partition p with table events',
  ],
  'nothing can be made that changes what is inserted': [
    'create trigger silent before insert on events for each row set new.data = "{}"',
    'create trigger silent before insert on users for each row set new.name = ""',
    'create procedure silent() select 1',
    'create event silent on schedule every 1 hour do select 1',
  ],
  'only the tables of projections can be made': [
    'create table other (id int)',
    'create table users_other (id int)',
    'create temporary table other (id int)',
    'create view other as select * from events',
    'create database other',
    'drop database if exists ledger',
  ],
  'what was answered is not changed, and the head is not removed': [
    'update commands set outcome = 500',
    'update `keys` set secret = ""',
    'delete from erasures',
    'delete from log_head',
    'update tree_nodes set hash = hash',
    'update signed_checkpoints set note = ""',
    'delete from signed_checkpoints',
    'truncate table claims',
    'insert into schema_migrations (number, name) values (999, "future")',
  ],
  'nothing of the server can be read or given away': [
    'select * from mysql.user',
    'grant select on events to serving',
    'create user other',
    'set password for root@localhost = ""',
    'select 1 into outfile "/tmp/silent"',
    'load data infile "/etc/hostname" into table users',
    'set global max_connections = 1',
    'lock tables events write',
    'shutdown',
  ],
}
/** Access denied: to the server, a database, a table or a column, for want of a right, or to a routine. */
const DENIED = new Set([1044, 1045, 1142, 1143, 1227, 1370])

for (const [what, statements] of Object.entries(refused)) {
  test(what, async (t) => {
    const before = await ask('checksum table events, log_head, commands, claims, `keys`')
    for (const sql of statements) {
      const { errno } = await t.throwsAsync<Error & { errno?: number }>(serving!.query(sql), undefined, sql)
      t.true(DENIED.has(errno ?? 0), `${sql}: ${errno}`)
    }
    t.deepEqual(await ask('checksum table events, log_head, commands, claims, `keys`'), before)
  })
}
