import { isLost } from '../events/log/faults.ts'
import { Lacking } from './privileges/check.ts'

/** What whoever migrates gives to whoever serves. */
const MIGRATE = 'run the verb "migrate" with DATABASE_ADMIN_URL set'

/** What is wrong with the database at `url`, for the person who set it; `passes` if it may be right in a moment. */
export function problemOf(error: unknown, url: URL): { line: string; passes: boolean } | undefined {
  const { code = '', message, fatal } = error as { code?: string; message: string; fatal?: boolean }
  const server = url.searchParams.get('socketPath') ?? url.host
  const lacks = error instanceof Lacking && `the user ${userOf(url)} lacks ${message}: ${MIGRATE}`
  const line = lacks || (says(code, server, url) ?? (fatal ? `the server at ${server} says: ${message}` : undefined))
  // Somebody else may be migrating just now.
  const passes = isAway(code) || isUnmigrated(code) || lacks !== false
  return line === undefined ? undefined : { line, passes: passes && !isHere(url) }
}

function says(code: string, server: string, url: URL): string | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host ${url.hostname}`
    case 'EACCES':
      return `this user may not open ${server}`
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
    case 'ER_HOST_NOT_PRIVILEGED':
      return `the server at ${server} refuses the user ${userOf(url)}`
    case 'ER_DBACCESS_DENIED_ERROR':
    case 'ER_TABLEACCESS_DENIED_ERROR':
      return `the user ${userOf(url)} may not make the ledger's tables at ${server}: ${MIGRATE}`
    case 'ER_BAD_DB_ERROR':
      return `there is no database ${url.pathname.slice(1)} at ${server}`
    default:
      return isAway(code) ? `no database server answers at ${server}` : undefined
  }
}

function userOf(url: URL): string {
  return decodeURIComponent(url.username) || '(none)'
}

/** The tables are not there, and this user may not make them. */
function isUnmigrated(code: string): boolean {
  return ['ER_DBACCESS_DENIED_ERROR', 'ER_TABLEACCESS_DENIED_ERROR'].includes(code)
}

/** What a server says that has no room, ends, or is a node of a cluster without the majority, or one that another overtook. */
const BUSY = ['ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN', 'ER_UNKNOWN_COM_ERROR', 'ER_LOCK_DEADLOCK']

/** Not there, or not yet. */
function isAway(code: string): boolean {
  return code === 'ENOENT' || isLost({ code }) || BUSY.includes(code)
}

/** On this very machine a server is there or it is not: whoever waited would only learn of a wrong address later. */
function isHere(url: URL): boolean {
  return url.searchParams.has('socketPath') || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}
