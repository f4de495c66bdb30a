import { createConnection } from 'mysql2/promise'
import type { Config } from '../config.ts'
import { migrate } from '../events/log/migrate.ts'
import { openPrivateDatabase } from './private-database.ts'
import { Unusable } from './unusable.ts'

const NAME = 'ledger'

/** A database with today's tables, and how to let it go. */
export type Database = { url: string; close: () => Promise<void> }

/** Opens the database that the settings name, or else the ledger's own private one, and migrates it. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    await reach(config.databaseAdminUrl ?? config.databaseUrl, (url) => migrate(url, say))
    return { url: config.databaseUrl, close: async () => undefined }
  }
  const server = await openPrivateDatabase({ dataDir: config.dataDir, say })
  try {
    await createDatabase(server.adminUrl(''))
    const url = server.adminUrl(NAME)
    await migrate(url, say)
    return { url, close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
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

/** Milliseconds that a database server may take to come up beside the ledger. */
const PATIENCE = 30_000

/** A server that starts beside the ledger may need a moment; one that refuses us will not change its mind. */
async function reach(url: string, work: (url: string) => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await work(url)
    } catch (error) {
      const problem = problemOf(error, new URL(url))
      if (!problem) throw error
      if (!problem.passes || Date.now() > deadline) throw new Unusable(problem.line)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function problemOf(error: unknown, url: URL): { line: string; passes: boolean } | undefined {
  const { code } = error as { code?: string }
  const server = url.searchParams.get('socketPath') ?? url.host
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'ENOENT':
    case 'PROTOCOL_CONNECTION_LOST':
      return { line: `DATABASE_URL: no database server answers at ${server}`, passes: true }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { line: `DATABASE_URL: there is no host ${url.hostname}`, passes: true }
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_DBACCESS_DENIED_ERROR':
      return { line: `DATABASE_URL: the server at ${server} refuses the user ${url.username}`, passes: false }
    case 'ER_BAD_DB_ERROR':
      return { line: `DATABASE_URL: there is no database ${url.pathname.slice(1)} at ${server}`, passes: false }
    default:
      return undefined
  }
}
