import type { Socket } from 'node:net'
import { createPool, type ConnectionOptions, type Pool } from 'mysql2/promise'
import { hostsOf } from './hosts.ts'

/** Milliseconds for which a server that owes an answer may be silent before the connection is given up. */
const SILENCE = 8_000

/**
 * How every connection to the database is opened: instants and large numbers as text where the driver would drop
 * microseconds or round. `url` is `mysql://user:password@host:port/database`, for a Unix socket with `?socketPath=…`, for the
 * other hosts of a cluster with `?hosts=…`.
 */
export function connectionOptions(url: string): ConnectionOptions {
  return {
    connectTimeout: 5_000,
    ...hostsOf(url),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    // Or the driver would note the stack for every statement, in case that it fails: a tenth of what an append costs.
    trace: false,
  }
}

/**
 * On a cluster a node applies what others have committed a moment later: whoever asks waits for that, and is told nothing by one
 * that has lost the others. A server of its own has nothing to wait for, and one that was built without clusters does not know the words.
 */
const waitForOthers = `/*M! begin not atomic declare continue handler for 1193 begin end;
  execute immediate 'set session wsrep_sync_wait = 1, wsrep_dirty_reads = 0'; end */ /*!80000 do 0 */`

/** The same rules on every server, whatever its defaults: UTC, strict, each statement sees what is committed. */
export const sessionSettings: readonly string[] = [
  `set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  `set session time_zone = '+00:00'`,
  'set session transaction isolation level read committed',
  waitForOthers,
]

/** For everything but the writer. */
export function openPool(url: string, connectionLimit = 10): Pool {
  // Reads go two statements a trip: see reader.ts. Values never become part of a statement but through the driver.
  const options = { ...connectionOptions(url), connectionLimit, enableKeepAlive: true, multipleStatements: true }
  const pool = createPool(options)
  // Queued before whoever asked for the connection gets to use it.
  pool.pool.on('connection', (connection) => {
    // Who is not under the rules is not used: a node that has lost the others may refuse them.
    const set = (error: Error | null) => void (error && socketOf(connection).destroy(error))
    for (const setting of sessionSettings) connection.query(setting, set)
  })
  pool.pool.on('acquire', (connection) => expectAnswer(connection))
  pool.pool.on('release', expectNothing)
  return pool
}

/**
 * From now on `connection` breaks, as lost ones do, when nothing has come or gone for `silence` milliseconds: a server that is
 * frozen, or cut off without a word, would be waited for without end. (The driver's own limit leaves the connection as it is.)
 */
export function expectAnswer(connection: object, silence = SILENCE): void {
  const socket = socketOf(connection)
  if (!socket.listeners('timeout').includes(breakOff)) socket.on('timeout', breakOff)
  socket.setTimeout(silence)
}

/** It may be silent again. */
export function expectNothing(connection: object): void {
  socketOf(connection).setTimeout(0)
}

function breakOff(this: Socket): void {
  this.destroy(Object.assign(new Error('The database did not answer in time'), { code: 'ETIMEDOUT' }))
}

/** The driver has it in its connections, and these in those with promises; not in their types. */
function socketOf(connection: object): Socket {
  const { connection: inner = connection } = connection as { connection?: object }
  return (inner as { stream: Socket }).stream
}
