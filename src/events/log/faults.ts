/** The numbers of errors that the same statement may not meet again, by what is the matter. */
const PASSING = new Set([
  // Another transaction: lock wait timeout, deadlock, record changed, definition of a table changed, too many transactions, too many locks.
  ...[1205, 1213, 1020, 1412, 1637, 1206],
  // The server: cluster not ready, shutting down, out of memory, out of resources, one more start of a statement needed.
  ...[1047, 1053, 1037, 1041, 1615],
  // Its connections: too many, too many of ours, killed, statement interrupted or over its time, ended for being idle.
  ...[1040, 1203, 1226, 1317, 3024, 1969, 1927, 3169, 4031],
  // Its disk: full, table full, error on write, read or commit, error of the storage engine, of a temporary file, of the system's write.
  ...[1021, 1114, 1026, 1024, 1180, 1030, 1878, 3],
])
/** A server that was made read only, or whose transactions are: after a fail-over another one takes writes. */
const READ_ONLY = new Set([1290, 1836, 1792])
/** Not NULL: see the statement that moves the head. */
const NOT_NULL = 1048

/** The head has moved, or the instant is too old: looking again settles it. */
export function isStale(error: unknown): boolean {
  return numberOf(error) === NOT_NULL
}

/** A fault of the database that passes. */
export function isPassing(error: unknown): boolean {
  return isLost(error) || isReadOnly(error) || PASSING.has(numberOf(error))
}

/** The server takes no writes (now): a new connection may lead to one that does. */
export function isReadOnly(error: unknown): boolean {
  return READ_ONLY.has(numberOf(error))
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
