import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Whom the server takes somebody for: `ledger` from `%`. */
export type Account = { user: string; host: string; hasRoles: boolean }

/** Who `connection` is to the server. */
export async function accountOf(connection: Connection): Promise<Account> {
  const [rows] = await connection.query<RowDataPacket[]>('select current_user() as account, current_role() as role')
  const [{ account, role } = {}] = rows as { account: string; role: string | null }[]
  const at = account?.lastIndexOf('@') ?? -1
  if (account === undefined || at < 0) throw new Error('The server does not say who asks it')
  // MariaDB says NULL for no role, MySQL NONE.
  return { user: account.slice(0, at), host: account.slice(at + 1), hasRoles: role !== null && role !== 'NONE' }
}

/** As the server's own lists of grants write it. */
export function quoted({ user, host }: Account): string {
  return `'${user}'@'${host}'`
}
