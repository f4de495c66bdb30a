import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { createConnection } from 'mysql2/promise'
import type { RowDataPacket } from 'mysql2/promise'
import { serverProcess } from '../../src/ops/private-database/server-process.ts'
import { openPrivateDatabase } from '../../src/ops/private-database.ts'
import { Unusable } from '../../src/ops/unusable.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const open = async (dataDir: string) => openPrivateDatabase({ dataDir, durable: false })

test.serial('a database is made, and is there again at the next start', async (t) => {
  const dataDir = newDataDir(t)
  const first = await open(dataDir)
  await ask(first.adminUrl(''), 'create database ledger')
  await ask(first.adminUrl('ledger'), 'create table kept (word varchar(20))')
  await ask(first.adminUrl('ledger'), "insert into kept values ('kept')")
  await first.stop()
  t.is(serverOf(dataDir), undefined)

  const said: string[] = []
  const second = await openPrivateDatabase({ dataDir, durable: false, say: (line) => said.push(line) })
  t.deepEqual(await ask(second.adminUrl('ledger'), 'select word from kept'), [{ word: 'kept' }])
  t.deepEqual(said, [])
  await second.stop()
  t.is(serverOf(dataDir), undefined)
})

test.serial(
  'the account that the ledger serves with needs no password, and is not there before somebody makes it',
  async (t) => {
    const database = await open(newDataDir(t))
    await t.throwsAsync(ask(database.url(''), 'select 1'), { message: /Access denied/ })
    await ask(database.adminUrl(''), `create user 'ledger'@'%'`)
    t.deepEqual(await ask(database.url(''), 'select current_user() as me'), [{ me: 'ledger@%' }])
    await database.stop()
  },
)

test.serial('commits are durable unless said otherwise, and nobody is listening on the network', async (t) => {
  const database = await openPrivateDatabase({ dataDir: newDataDir(t) })
  const [settings] = await ask(
    database.adminUrl(''),
    'select @@innodb_flush_log_at_trx_commit as flushed, @@skip_networking as unheard, @@character_set_server as charset',
  )
  t.deepEqual(settings, { flushed: 1, unheard: 1, charset: 'utf8mb4' })
  await database.stop()
})

test.serial('nobody else may enter the folder of the database', async (t) => {
  const dataDir = newDataDir(t)
  const database = await open(dataDir)
  t.is(statSync(join(dataDir, 'database')).mode & 0o777, 0o700)
  await database.stop()
})

test.serial('a server that was killed starts again', async (t) => {
  const dataDir = newDataDir(t)
  const killed = await open(dataDir)
  await ask(killed.adminUrl(''), 'create database ledger')
  process.kill(serverOf(dataDir)!, 'SIGKILL')
  await killed.stop()

  const database = await open(dataDir)
  t.deepEqual(await ask(database.adminUrl('ledger'), 'select 1 as one'), [{ one: 1 }])
  await database.stop()
})

test.serial('a server whose ledger was killed goes on with the next one, and stops with it', async (t) => {
  const dataDir = newDataDir(t)
  const ledger = await openElsewhere(dataDir)
  const server = serverOf(dataDir)
  ledger.kill('SIGKILL')
  await once(ledger, 'exit')
  t.is(serverOf(dataDir), server)

  const database = await open(dataDir)
  t.is(serverOf(dataDir), server)
  await database.stop()
  t.is(serverOf(dataDir), undefined)
})

test.serial('the last to close the database stops the server, in whatever order they came', async (t) => {
  const dataDir = newDataDir(t)
  const ledger = await openElsewhere(dataDir)
  const verb = await open(dataDir)
  await verb.stop()
  t.not(serverOf(dataDir), undefined)

  const longVerb = await open(dataDir)
  ledger.kill('SIGTERM')
  t.deepEqual(await once(ledger, 'exit'), [0, null])
  t.deepEqual(await ask(longVerb.adminUrl(''), 'select 1 as one'), [{ one: 1 }])
  await longVerb.stop()
  t.is(serverOf(dataDir), undefined)
})

test.serial('of many that start at the same instant one makes the database', async (t) => {
  const dataDir = newDataDir(t)
  const ledgers = await Promise.all([1, 2, 3, 4].map(() => openElsewhere(dataDir)))
  const database = await open(dataDir)
  t.deepEqual(await ask(database.adminUrl(''), 'select 1 as one'), [{ one: 1 }])
  for (const ledger of ledgers) ledger.kill('SIGTERM')
  await Promise.all([...ledgers.map((ledger) => once(ledger, 'exit')), database.stop()])
  t.is(serverOf(dataDir), undefined)
})

test.serial('an interrupted beginning is simply repeated', async (t) => {
  const dataDir = newDataDir(t)
  mkdirSync(join(dataDir, 'database', 'unfinished-abc'), { recursive: true })
  writeFileSync(join(dataDir, 'database', 'unfinished-abc', 'ibdata1'), 'half of it')
  const database = await open(dataDir)
  await database.stop()
  t.false(readdirSync(join(dataDir, 'database')).includes('unfinished-abc'))
})

test.serial('a deep folder works, though socket paths are short', async (t) => {
  const dataDir = join(newDataDir(t), 'a folder with a long name '.repeat(5).trim(), 'größer')
  const database = await open(dataDir)
  t.deepEqual(await ask(database.adminUrl(''), 'select 1 as one'), [{ one: 1 }])
  await database.stop()
  t.is(serverOf(dataDir), undefined)
})

test.serial('a folder that cannot be made is named in one line', async (t) => {
  const file = join(newDataDir(t), 'file')
  writeFileSync(file, '')
  const error = await t.throwsAsync(open(join(file, 'data')), { instanceOf: Unusable })
  t.regex(error.message, /^The data folder \S+\/file\/data cannot be used: ENOTDIR[^\n]*$/)
})

test.serial('a folder where nothing can be made is named in one line', async (t) => {
  const error = await t.throwsAsync(open('/proc/expense-ledger'), { instanceOf: Unusable })
  t.regex(error.message, /^The data folder \/proc\/expense-ledger cannot be used: ENOENT[^\n]*$/)
})

test.serial('a server that cannot start says why, in one line', async (t) => {
  const dataDir = newDataDir(t)
  const first = await open(dataDir)
  await first.stop()
  writeFileSync(join(dataDir, 'database', 'data', 'ibdata1'), 'no data file of any server')
  const error = await t.throwsAsync(open(dataDir), { instanceOf: Unusable })
  t.regex(error.message, /^The private database server does not start: [^\n]*ibdata1[^\n]*server\.log\)$/)
})

function newDataDir(t: ExecutionContext): string {
  const dataDir = temporaryFolder()
  // A test that fails half-way leaves its server behind.
  t.teardown(() => {
    const server = serverOf(dataDir)
    if (server !== undefined) process.kill(server, 'SIGKILL')
  })
  return dataDir
}

function serverOf(dataDir: string): number | undefined {
  return serverProcess(join(realpathSync(dataDir), 'database', 'data'))
}

async function openElsewhere(dataDir: string): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('open-private-database.ts', import.meta.url))
  const ledger = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(ledger.stdout, 'data')
  return ledger
}

async function ask(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: url })
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql)
    return rows
  } finally {
    await connection.end()
  }
}
