import { setTimeout as pause } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import type { Config } from '../config.ts'
import { isMigrated, migrate, NewerSchema } from '../events/log/migrate.ts'
import { backUpBeforeMigrating } from './backup/before-migrating.ts'
import { openPrivateDatabase } from './private-database.ts'
import { problemOf } from './database-problems.ts'
import { checkRights } from './privileges/check.ts'
import { giveRights, makeAccount } from './privileges/grant.ts'
import { expectWhole } from './restore/target.ts'
import { Unusable } from './unusable.ts'

const NAME = 'ledger'

/** A database with today's tables, as who serves it and as who migrates it; and how to let it go. */
export type Database = { url: string; adminUrl: string; close: () => Promise<void> }

type Say = (line: string) => void

/**
 * Opens the database that the settings name, or else the ledger's own private one, migrates it, and sees to it that the account
 * which serves has the rights it needs. `signal` ends the wait for a server that is not up yet; then it throws as `signal` says.
 */
export async function openDatabase(config: Config, say: Say, signal?: AbortSignal): Promise<Database> {
  const database = await openAnyDatabase(config, say, signal)
  try {
    await expectWhole(database.url)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same for whoever restores: it may hold half a ledger. */
export async function openAnyDatabase(config: Config, say: Say, signal?: AbortSignal): Promise<Database> {
  if (config.databaseUrl !== undefined) return openNamed(config, config.databaseUrl, say, signal)
  const server = await openPrivateDatabase({ dataDir: config.dataDir, say })
  try {
    await createDatabase(server.adminUrl(''))
    const [adminUrl, url] = [server.adminUrl(NAME), server.url(NAME)]
    await makeAccount(adminUrl, url)
    await bringUpToDate(adminUrl, config, say)
    await giveRights(adminUrl, url)
    return { url, adminUrl, close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openNamed(config: Config, url: string, say: Say, signal?: AbortSignal): Promise<Database> {
  const waiting = { say, signal, seconds: config.waitSeconds }
  const own = { setting: 'DATABASE_URL', url }
  const adminUrl = config.databaseAdminUrl ?? url
  const admin = adminUrl === url ? own : { setting: 'DATABASE_ADMIN_URL', url: adminUrl }
  if (admin !== own) await reach(own, () => makeAccount(adminUrl, url), waiting)
  await reach(admin, () => bringUpToDate(adminUrl, config, say), waiting)
  if (admin !== own) await reach(own, () => giveRights(adminUrl, url), waiting)
  await reach(own, () => checkRights(url, say), waiting)
  return { url, adminUrl, close: async () => undefined }
}

/** Where nothing is to be done, no right to do it is needed. */
async function bringUpToDate(url: string, { dataDir, databaseUrl }: Config, say: Say): Promise<void> {
  const before = () => backUpBeforeMigrating(url, dataDir, databaseUrl === undefined, say)
  try {
    if (!(await isMigrated(url))) await migrate(url, say, { before })
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

/** Milliseconds between two attempts: at first, and at most. */
const [SOON, SELDOM] = [250, 5_000]

type Waiting = { say: Say; signal: AbortSignal | undefined; seconds: number }

/** A server that starts beside the ledger may need a moment; one that refuses us will not change its mind. */
async function reach(
  { setting, url }: { setting: string; url: string },
  work: () => Promise<void>,
  { say, signal, seconds }: Waiting,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  for (let wait = SOON; ; wait = Math.min(wait * 1.5, SELDOM)) {
    try {
      return await work()
    } catch (error) {
      const problem = problemOf(error, new URL(url))
      if (!problem) throw error
      if (!problem.passes || Date.now() > deadline) throw new Unusable(`${setting}: ${problem.line}`)
      if (wait === SOON) say(`Waiting for the database server, up to ${seconds} s: ${problem.line}`)
      await pause(wait, undefined, { signal })
    }
  }
}
