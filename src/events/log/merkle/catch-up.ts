import type { RowDataPacket } from 'mysql2/promise'
import { edgeAt, extend, type Edge } from './edge.ts'
import type { Frontier } from './tree.ts'

/** No more events than this are read at a time: some 30 ms, for which everybody who appends has to wait. */
const AT_ONCE = 10_000

/** The rows of each statement of `sql`. */
type Query = (sql: string) => Promise<RowDataPacket[][]>

/**
 * The edge of the tree, nearer to `position` by the leaves of a portion of events. The stored frontier is always somewhat behind,
 * and far behind where a release that does not know it has appended, or a log was put back without it. The tree ends before
 * an event that is missing.
 */
export async function caughtUp(frontier: Frontier, position: number, query: Query, atOnce = AT_ONCE): Promise<Edge> {
  const edge = edgeAt(frontier)
  if (frontier.size === position) return edge
  const { size } = frontier
  const last = Math.min(position, size + atOnce)
  const [rows = []] = await query(
    `select position, hash from events where position > ${size} and position <= ${last} order by position`,
  )
  const there = rows.findIndex((row, index) => Number(row.position) !== size + 1 + index)
  const hashes = rows.map(({ hash }) => hash as Buffer)
  return extend(edge, there < 0 ? hashes : hashes.slice(0, there))
}
