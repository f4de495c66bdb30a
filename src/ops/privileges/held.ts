import type { Connection, RowDataPacket } from 'mysql2/promise'
import { quoted, type Account } from './account.ts'
import { rewriting, servingRights } from './rights.ts'

/** What an account may do in a database, beside what the ledger needs there. */
export type Held = {
  /** What it lacks, in words: `insert on events`. */
  missing: readonly string[]
  /** What lets it rewrite the past. */
  rewriting: readonly string[]
}

/** Rights come from the server, the database, the table or some of its columns. `%` and `_` in a database's name are wild. */
const HELD = `
  select '*' as name, privilege_type as held from information_schema.user_privileges where grantee = :grantee
  union select '*', privilege_type from information_schema.schema_privileges
    where grantee = :grantee and :database like table_schema
  union select table_name, privilege_type from information_schema.table_privileges
    where grantee = :grantee and table_schema = :database
  union select table_name, privilege_type from information_schema.column_privileges
    where grantee = :grantee and table_schema = :database and privilege_type = 'UPDATE'`

/** What `account`, whose connection it is, was given itself: what its roles give is not looked into. */
export async function lookAtRights(connection: Connection, account: Account, database: string): Promise<Held> {
  const values = { grantee: quoted(account), database }
  const [rows] = await connection.query<RowDataPacket[]>({ sql: HELD, namedPlaceholders: true }, values)
  const has = (table: string, right: string) => {
    return rows.some(({ name, held }) => (name === '*' || name === table) && held === right.toUpperCase())
  }
  const missing = [...servingRights].flatMap(([table, rights]) => {
    const lacking = rights.filter((right) => !has(table, right))
    return lacking.length > 0 ? [`${lacking.join(', ')} on ${table}`] : []
  })
  return { missing, rewriting: rewriting.filter((right) => has('events', right)) }
}
