import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { registerCompletionHandler } from 'ava'
import { createConnection } from 'mysql2/promise'
import { migrate } from '../src/events/log/migrate.ts'
import { giveRights, makeAccount } from '../src/ops/privileges/grant.ts'
import { serverProcess } from '../src/ops/private-database/server-process.ts'
import { openPrivateDatabase } from '../src/ops/private-database.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * A new, empty database, dropped when the test file is done; resolves to its URL, as the server's root. The server is the one
 * that tests/run.ts started for all test files, or, under plain `npx ava`, one for this file alone.
 */
export async function freshDatabase(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL ?? (await (ownServer ??= startServer()))
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(server, `create database ${name}`)
  registerCompletionHandler(() => void drop(server, name))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** An account that may do in the database of `adminUrl` what serving needs, and nothing else; its URL. The tables are migrated. */
export async function servingAccount(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl)
  url.username = 'serving'
  await makeAccount(adminUrl, url.href)
  await migrate(adminUrl)
  await giveRights(adminUrl, url.href)
  return url.href
}

let ownServer: Promise<string> | undefined

async function startServer(): Promise<string> {
  const dataDir = temporaryFolder()
  // Before temporaryFolder's turn, and also after a crash, when nobody could wait for a stop; nothing of it is to be kept.
  process.prependListener('exit', () => {
    const server = serverProcess(join(dataDir, 'database', 'data'))
    if (server !== undefined) process.kill(server, 'SIGKILL')
  })
  const database = await openPrivateDatabase({ dataDir, durable: false })
  return database.adminUrl('')
}

async function drop(server: string, name: string): Promise<void> {
  // A test that failed may have left a transaction open, which would be waited for. The whole server goes soon anyway.
  await run(server, 'set session lock_wait_timeout = 1', `drop database ${name}`).catch(() => undefined)
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const connection = await createConnection({ uri: url })
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
}
