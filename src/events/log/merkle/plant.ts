import type { Connection, RowDataPacket } from 'mysql2/promise'
import { insertNodes } from '../statements.ts'
import { caughtUp } from './catch-up.ts'
import { frontierBytes, readFrontier, type Edge } from './edge.ts'

/** Events whose hashes are read, and leaves that are kept, at a time. */
const PORTION = 65_536

/**
 * Makes the tree of a log that has none, of the hashes that its events were stored with. Each portion is kept as it is done, so
 * that whoever comes after one that was cut short goes on from there.
 */
export async function plantTree(connection: Connection, say: (line: string) => void): Promise<void> {
  for (;;) {
    const [[head]] = await connection.query<RowDataPacket[]>('select position, frontier from log_head where id = 1')
    const position = Number(head?.position)
    const frontier = readFrontier(head?.frontier as Buffer, position)
    const edge = await caughtUp(frontier, position, async (sql) => rowsOf(connection, sql), PORTION)
    // Whole, or the next event is missing, of which `ledger verify` says more.
    if (edge.frontier.size === frontier.size) return
    await keep(connection, edge)
    if (edge.frontier.size < position) say(`Making the tree: ${edge.frontier.size} of ${position} events`)
  }
}

async function keep(connection: Connection, { frontier, nodes }: Edge): Promise<void> {
  await connection.query('start transaction')
  await connection.query('update log_head set frontier = ? where id = 1', [frontierBytes(frontier)])
  for (const statement of insertNodes(nodes)) await connection.query(statement)
  await connection.query('commit')
}

async function rowsOf(connection: Connection, sql: string): Promise<RowDataPacket[][]> {
  const [rows] = await connection.query<RowDataPacket[]>(sql)
  return [rows]
}
