import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from './connect.ts'

/** Milliseconds that a statement of the writer may take before its connection is given up. */
const TIMEOUT = 15_000

/** The writer's only connection, opened when needed and again after it was lost. */
export function writersConnection(url: string) {
  let connection: Connection | undefined

  async function open(): Promise<Connection> {
    if (connection) return connection
    const opened = await createConnection({
      ...connectionOptions(url),
      multipleStatements: true,
      // The writer's statements come complete: no need to go through hundreds of kilobytes for placeholders.
      queryFormat: (sql: string) => sql,
    })
    // A lost connection shows at the next statement; without a listener it would end the process.
    opened.on('error', () => undefined)
    try {
      const settings = [...sessionSettings, 'set session innodb_lock_wait_timeout = 5']
      for (const setting of settings) await inTime(opened.query(setting))
    } catch (error) {
      opened.destroy()
      throw error
    }
    connection = opened
    return opened
  }

  return {
    /** The rows of each statement of `sql`; a statement without rows has an empty list. */
    async query(sql: string): Promise<RowDataPacket[][]> {
      const [answers] = await inTime((await open()).query(sql))
      return (answers as unknown[]).map((answer) => (Array.isArray(answer) ? (answer as RowDataPacket[]) : []))
    },
    async rollback(): Promise<void> {
      await inTime((await open()).query('rollback'))
    },
    /** After any error: ends the transaction, which some errors leave open, or lets the connection go. */
    async reset(error: unknown): Promise<void> {
      if (!isLost(error)) {
        const rolledBack = connection && inTime(connection.query('rollback'))
        if (await rolledBack?.then(Boolean, () => false)) return
      }
      connection?.destroy()
      connection = undefined
    },
    async close(): Promise<void> {
      await connection?.end().catch(() => undefined)
      connection = undefined
    },
  }
}

/** What `work` comes to, or a lost connection. The driver's own timeout would outlive a connection that is lost. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(Object.assign(new Error('The database did not answer in time'), { code: 'ETIMEDOUT' }))
  }, TIMEOUT)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Lock wait timeout, deadlock, record changed, cluster not ready, shutting down, read only, too many connections,
 * interrupted or killed.
 */
const PASSING = new Set([1205, 1213, 1020, 1047, 1053, 1290, 1836, 1040, 1203, 1317, 3024, 1969, 1927, 3169, 4031])
/** Not NULL: see the statement that moves the head. */
const NOT_NULL = 1048

/** The head has moved, or the instant is too old: looking again settles it. */
export function isStale(error: unknown): boolean {
  return numberOf(error) === NOT_NULL
}

/** A fault of the database that passes. */
export function isPassing(error: unknown): boolean {
  return isLost(error) || PASSING.has(numberOf(error))
}

/** The connection is gone, or was never there: what it was asked last may or may not have happened. */
export function isLost(error: unknown): boolean {
  const { fatal, code = '' } = (error ?? {}) as { fatal?: boolean; code?: string }
  return fatal === true || /^(PROTOCOL_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/.test(code)
}

/** The server's error number; NaN for what is not an answer of the server. */
function numberOf(error: unknown): number {
  const { errno, sqlState } = (error ?? {}) as { errno?: number; sqlState?: string }
  return sqlState === undefined || errno === undefined ? Number.NaN : errno
}
