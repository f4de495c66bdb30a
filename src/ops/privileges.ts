import { createConnection, type RowDataPacket } from 'mysql2/promise'

/** What the serving process may do to each durable table. Nobody who serves can rewrite or remove an event. */
const durable = {
  events: 'select, insert',
  log_head: 'select, update',
  claims: 'select, insert, delete',
  commands: 'select, insert, delete',
  keys: 'select, insert, delete',
  credentials: 'select, insert, update, delete',
  sessions: 'select, insert, update, delete',
  schema_migrations: 'select',
}

/** Tables that are folded from the log may be made, changed and dropped, they and their doubles during a rebuild. */
const everything = 'select, insert, update, delete, create, drop, alter, index'

/**
 * Gives the user of `url` exactly the rights that serving needs, table by table; `adminUrl` may grant them. A right to the
 * whole database would include TRUNCATE of the events.
 */
export async function grantPrivileges(adminUrl: string, url: string, projections: readonly string[]): Promise<void> {
  const account = await accountOf(url)
  const admin = await createConnection({ uri: adminUrl })
  try {
    const database = decodeURIComponent(new URL(url).pathname.slice(1))
    const tables = projections.flatMap((name) => [name, `${name}_next`, `${name}_old`])
    const rights = [...Object.entries(durable), ...tables.map((table) => [table, everything] as const)]
    for (const [table, right] of rights) {
      await admin.query(`grant ${right} on ${admin.escapeId([database, table].join('.'))} to ${account}`)
    }
  } finally {
    await admin.end()
  }
}

/** The account that the server takes the user of `url` for, quoted: `'ledger'@'%'`. */
async function accountOf(url: string): Promise<string> {
  const anywhere = new URL(url)
  anywhere.pathname = '/'
  const connection = await createConnection({ uri: anywhere.href })
  try {
    const [rows] = await connection.query<RowDataPacket[]>('select current_user() as account')
    const account = String(rows[0]?.account)
    const at = account.lastIndexOf('@')
    return `${connection.escape(account.slice(0, at))}@${connection.escape(account.slice(at + 1))}`
  } finally {
    await connection.end()
  }
}
