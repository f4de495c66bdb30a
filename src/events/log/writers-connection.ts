import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { connectionOptions, sessionSettings } from './connect.ts'

/** Milliseconds that a statement of the writer may take before its connection is given up. */
const TIMEOUT = 15_000

/** The writer's only connection, opened when needed and again after it was lost. */
export function writersConnection(url: string) {
  let connection: Connection | undefined

  async function open(): Promise<Connection> {
    if (connection) return connection
    const opened = await createConnection({ ...connectionOptions(url), multipleStatements: true })
    // A lost connection shows at the next statement; without a listener it would end the process.
    opened.on('error', () => undefined)
    for (const setting of [...sessionSettings, 'set session innodb_lock_wait_timeout = 5']) await opened.query(setting)
    connection = opened
    return opened
  }

  return {
    /** The rows of each statement of `sql`; a statement without rows has an empty list. */
    async query(sql: string): Promise<RowDataPacket[][]> {
      const [answers] = await (await open()).query({ sql, timeout: TIMEOUT })
      return (answers as unknown[]).map((answer) => (Array.isArray(answer) ? (answer as RowDataPacket[]) : []))
    },
    async rollback(): Promise<void> {
      await (await open()).query({ sql: 'rollback', timeout: TIMEOUT })
    },
    /** After any error: ends the transaction, which some errors leave open, or lets the connection go. */
    async reset(error: unknown): Promise<void> {
      if (!isLost(error)) {
        const rolledBack = await connection?.query({ sql: 'rollback', timeout: TIMEOUT }).then(
          () => true,
          () => false,
        )
        if (rolledBack) return
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

/** Duplicate key, a head that moved or an instant that is stale: the one-trip way guessed wrong. */
const GUESSED_WRONG = new Set([1048, 1062])
/** Lock wait timeout, deadlock, record changed, cluster not ready, shutting down, read only, too many connections. */
const PASSING = new Set([1205, 1213, 1020, 1047, 1053, 1290, 1836, 1040, 1203, 1317, 3024, 1969])

export function isRetryable(error: unknown): boolean {
  const number = numberOf(error)
  return isLost(error) || (number !== undefined && (PASSING.has(number) || GUESSED_WRONG.has(number)))
}

/** The connection is gone, or was never there: what it was asked last may or may not have happened. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { fatal, code } = error as { fatal?: boolean; code?: string }
  return fatal === true || (numberOf(error) === undefined && code !== undefined && !code.startsWith('ER_'))
}

function numberOf(error: unknown): number | undefined {
  const { errno, sqlState } = error as { errno?: number; sqlState?: string }
  return sqlState === undefined ? undefined : errno
}
