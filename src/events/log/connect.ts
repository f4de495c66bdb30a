import { createPool, type ConnectionOptions, type Pool } from 'mysql2/promise'

/**
 * How every connection to the database is opened: instants and large numbers as text where the driver would drop
 * microseconds or round. `url` is `mysql://user:password@host:port/database`, for a Unix socket with `?socketPath=…`.
 */
export function connectionOptions(url: string): ConnectionOptions {
  return {
    uri: url,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    connectTimeout: 5_000,
  }
}

/** The same rules on every server, whatever its defaults: UTC, strict, each statement sees what is committed. */
export const sessionSettings: readonly string[] = [
  `set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  `set session time_zone = '+00:00'`,
  'set session transaction isolation level read committed',
]

/** For everything but the writer. */
export function openPool(url: string, connectionLimit = 10): Pool {
  const pool = createPool({ ...connectionOptions(url), connectionLimit, enableKeepAlive: true })
  // Queued before whoever asked for the connection gets to use it.
  pool.pool.on('connection', (connection) => {
    for (const setting of sessionSettings) connection.query(setting)
  })
  return pool
}
