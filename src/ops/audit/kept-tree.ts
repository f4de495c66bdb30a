import type { Pool } from 'mysql2/promise'
import { frontierBytes, readFrontier, STORED_LEVELS, type StoredNode } from '../../events/log/merkle/edge.ts'
import { readNodes, type Ends } from './stored-log.ts'
import type { Frontier } from '../../events/log/merkle/tree.ts'
import { Flaw } from './verdict.ts'

/** What the writer keeps of the tree, for comparing it with the tree of the events. It may be that of fewer events than there are. */
export function openKeptTree(pool: Pool, { position, frontier: bytes }: Ends) {
  const kept = readFrontier(bytes, position)
  let made: StoredNode[] = []

  return {
    onNode: (level: number, index: number, hash: Buffer): void => {
      if (level % STORED_LEVELS === 0 && endOf(level, index) <= kept.size) made.push({ level, index, hash })
    },

    compareFrontier({ size, roots }: Frontier): void {
      if (size !== kept.size) return
      let last = 0
      for (const [at, root] of roots.entries()) {
        const first = last + 1
        last += 2 ** Math.floor(Math.log2(size - last))
        if (kept.roots[at]?.equals(root)) continue
        throw new Flaw(first, `events ${first} to ${last} are not those that the head of the log keeps the tree of`)
      }
    },

    /** A head that is older than the tree, or that was put back without it, keeps nothing. */
    compareHead(): void {
      if (bytes.length === 0 || frontierBytes(kept).equals(bytes)) return
      throw new Flaw(position, 'what the head of the log keeps of the tree is not the right edge of any')
    },

    /** Those that are there to be compared since the last time. */
    async compareNodes(): Promise<void> {
      const stored = await readNodes(pool, made)
      for (const { level, index, hash } of made) {
        if (stored.get(`${level} ${index}`)?.equals(hash)) continue
        const [first, last] = [endOf(level, index - 1) + 1, endOf(level, index)]
        throw new Flaw(first, `events ${first} to ${last} are not those of the node of the tree that was kept for them`)
      }
      made = []
    },
  }
}

/** The position of the last event below a node. */
function endOf(level: number, index: number): number {
  return (index + 1) * 2 ** level
}
