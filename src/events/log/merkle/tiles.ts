import type { Pool, RowDataPacket } from 'mysql2/promise'
import { BELOW_STORED, STORED_LEVELS } from './edge.ts'
import { grow, noLeaves, rootOf, type Hash } from './tree.ts'

/** There is no tree where there are no leaves. */
export class EventsMissing extends Error {
  constructor(first: number, last: number) {
    super(`events are missing between positions ${first} and ${last}`)
  }
}

/** The hashes of a stored level that have the same one above them; fewer than 256 only on the right edge. */
type Tile = readonly Hash[]
/** `height` counts the stored levels from 0, the events; `number` the tiles of one from 0. */
export type Tiles = (height: number, number: number) => Promise<Tile>

/** Each tile of the tree of `size` is read once. */
export function tilesOf(pool: Pool, size: number): Tiles {
  const read = new Map<string, Promise<Tile>>()

  const tile: Tiles = (height, number) => {
    const key = `${height} ${number}`
    const known = read.get(key)
    if (known) return known
    const reading = readTile(height, number)
    read.set(key, reading)
    return reading
  }

  async function readTile(height: number, number: number): Promise<Tile> {
    const first = number * BELOW_STORED
    const count = Math.min(BELOW_STORED, Math.floor(size / BELOW_STORED ** height) - first)
    if (height === 0) return readEvents(pool, first, count)
    const stored = await readNodes(pool, height * STORED_LEVELS, first, count)
    const hashes = []
    for (let place = first; place < first + count; place++) {
      // Not stored yet where the tree lags behind: then it is made of what is below.
      hashes.push(stored.get(place) ?? rootOf(grow(noLeaves, await tile(height - 1, place))))
    }
    return hashes
  }

  return tile
}

async function readEvents(pool: Pool, first: number, count: number): Promise<Tile> {
  const sql = 'select hash from events where position > ? and position <= ? order by position'
  const [rows] = await pool.query<RowDataPacket[]>(sql, [first, first + count])
  if (rows.length < count) throw new EventsMissing(first + 1, first + count)
  return rows.map(({ hash }) => hash as Hash)
}

async function readNodes(pool: Pool, level: number, first: number, count: number): Promise<ReadonlyMap<number, Hash>> {
  const sql = 'select place, hash from tree_nodes where level = ? and place >= ? and place < ?'
  const [rows] = await pool.query<RowDataPacket[]>(sql, [level, first, first + count])
  return new Map(rows.map(({ place, hash }) => [Number(place), hash as Hash]))
}
