import { createConnection, type Connection } from 'mysql2/promise'
import { connectionOptions } from '../../events/log/connect.ts'

/** Does `work` on a connection of its own. */
export async function connected<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(connectionOptions(url))
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}

/** `url` without its database, which nobody may choose who has no rights there yet. */
export function withoutDatabase(url: string): string {
  const server = new URL(url)
  server.pathname = '/'
  return server.href
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}
