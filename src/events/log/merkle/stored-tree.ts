import type { Pool } from 'mysql2/promise'
import { BELOW_STORED, STORED_LEVELS } from './edge.ts'
import { consistencyRanges, inclusionRanges, type Consistency, type Inclusion, type Range } from './proofs.ts'
import { tilesOf, type Tiles } from './tiles.ts'
import { grow, noLeaves, rootOf, type Hash } from './tree.ts'

export type Tree = ReturnType<typeof openTree>

/**
 * The tree as of any position that the head has reached; `size` is that position. Of a log of millions a proof reads some five
 * tiles of 256 rows or fewer.
 */
export function openTree(pool: Pool) {
  return {
    rootAt: async (size: number): Promise<Hash> => {
      const [root] = await rootsOf([{ start: 0, end: size }], tilesOf(pool, size))
      return root as Hash
    },
    /** That the event at `position` is in the tree of `size`, which is not less. */
    inclusion: async (position: number, size: number): Promise<Inclusion> => {
      const tiles = tilesOf(pool, size)
      const index = position - 1
      const leaf = { start: index, end: position }
      const [leafHash, ...path] = await rootsOf([leaf, ...inclusionRanges(index, size)], tiles)
      return { index, size, leafHash: leafHash as Hash, path }
    },
    /** That the tree of `to` begins with that of `from`, which is not 0 and not more. */
    consistency: async (from: number, to: number): Promise<Consistency> => {
      return { from, to, path: await rootsOf(consistencyRanges(from, to), tilesOf(pool, to)) }
    },
  }
}

async function rootsOf(ranges: readonly Range[], tiles: Tiles): Promise<Hash[]> {
  const roots = []
  for (const range of ranges) roots.push(await rootOfRange(range, tiles))
  return roots
}

/** The root of a subtree, full or not: of the full ones that it is made of. */
async function rootOfRange({ start, end }: Range, tiles: Tiles): Promise<Hash> {
  const roots = []
  for (let [at, level] = [start, levelOf(end - start)]; at < end; level = levelOf(end - at)) {
    roots.push(await rootOfFull(level, at / 2 ** level, tiles))
    at += 2 ** level
  }
  return rootOf({ size: end - start, roots })
}

/** A full subtree is made of hashes of one tile. */
async function rootOfFull(level: number, index: number, tiles: Tiles): Promise<Hash> {
  const height = Math.floor(level / STORED_LEVELS)
  const count = 2 ** (level % STORED_LEVELS)
  const first = index * count
  const tile = await tiles(height, Math.floor(first / BELOW_STORED))
  return rootOf(grow(noLeaves, tile.slice(first % BELOW_STORED, (first % BELOW_STORED) + count)))
}

/** Of the largest full subtree of no more leaves. */
function levelOf(leaves: number): number {
  return Math.floor(Math.log2(leaves))
}
