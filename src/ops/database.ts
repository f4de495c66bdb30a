import { setTimeout as pause } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import type { Config } from '../config.ts'
import { isMigrated, migrate, NewerSchema } from '../events/log/migrate.ts'
import { openPrivateDatabase } from './private-database.ts'
import { problemOf } from './database-problems.ts'
import { checkRights } from './privileges/check.ts'
import { giveRights, makeAccount } from './privileges/grant.ts'
import { Unusable } from './unusable.ts'

const NAME = 'ledger'

/** A database with today's tables, and how to let it go. */
export type Database = { url: string; close: () => Promise<void> }

type Say = (line: string) => void

/**
 * Opens the database that the settings name, or else the ledger's own private one, migrates it, and sees to it that the account
 * which serves has the rights it needs. `signal` ends the wait for a server that is not up yet; then it throws as `signal` says.
 */
export async function openDatabase(config: Config, say: Say, signal?: AbortSignal): Promise<Database> {
  if (config.databaseUrl !== undefined) return openNamed(config, config.databaseUrl, say, signal)
  const server = await openPrivateDatabase({ dataDir: config.dataDir, say })
  try {
    await createDatabase(server.adminUrl(''))
    const [adminUrl, url] = [server.adminUrl(NAME), server.url(NAME)]
    await makeAccount(adminUrl, url)
    await bringUpToDate(adminUrl, say)
    await giveRights(adminUrl, url)
    return { url, close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openNamed(config: Config, url: string, say: Say, signal?: AbortSignal): Promise<Database> {
  const own = { setting: 'DATABASE_URL', url }
  const adminUrl = config.databaseAdminUrl ?? url
  const admin = adminUrl === url ? own : { setting: 'DATABASE_ADMIN_URL', url: adminUrl }
  if (admin !== own) await reach(own, () => makeAccount(adminUrl, url), say, signal)
  await reach(admin, () => bringUpToDate(adminUrl, say), say, signal)
  if (admin !== own) await reach(own, () => giveRights(adminUrl, url), say, signal)
  await reach(own, () => checkRights(url, say), say, signal)
  return { url, close: async () => undefined }
}

/** Where nothing is to be done, no right to do it is needed. */
async function bringUpToDate(url: string, say: Say): Promise<void> {
  try {
    if (!(await isMigrated(url))) await migrate(url, say)
  } catch (error) {
    throw error instanceof NewerSchema ? new Unusable(error.message) : error
  }
}

async function createDatabase(url: string): Promise<void> {
  const connection = await createConnection({ uri: url })
  try {
    await connection.query(`create database if not exists ${NAME} character set utf8mb4 collate utf8mb4_bin`)
  } finally {
    await connection.end()
  }
}

/** Milliseconds that a database server elsewhere may take to come up beside the ledger. */
const PATIENCE = 30_000

/** A server that starts beside the ledger may need a moment; one that refuses us will not change its mind. */
async function reach(
  { setting, url }: { setting: string; url: string },
  work: () => Promise<void>,
  say: Say,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (let told = false; ; told = true) {
    try {
      return await work()
    } catch (error) {
      const problem = problemOf(error, new URL(url))
      if (!problem) throw error
      if (!problem.passes || Date.now() > deadline) throw new Unusable(`${setting}: ${problem.line}`)
      if (!told) say(`Waiting for the database server, up to ${PATIENCE / 1000} s: ${problem.line}`)
      await pause(500, undefined, { signal })
    }
  }
}
