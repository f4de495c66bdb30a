import { hash } from 'node:crypto'

/** 32 bytes: the hash of a leaf, or of a node and so of all that is below it. */
export type Hash = Buffer

/**
 * The right edge of an RFC 6962 tree of `size` leaves: the roots of the full subtrees that it is made of, the largest first.
 * One for each bit of `size` that is 1; all that it takes to go on.
 */
export type Frontier = { readonly size: number; readonly roots: readonly Hash[] }

export const noLeaves: Frontier = { size: 0, roots: [] }

/** Hears of a node as it gets whole: leaves are of level 0, and `index` counts the nodes of a level from 0. */
type OnNode = (level: number, index: number, hash: Hash) => void

const below = Buffer.alloc(65, 1)

/** SHA-256 of a one and the hashes of the two nodes below. */
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(below, 1)
  right.copy(below, 33)
  // By way of a text it comes to lie in a pool; as a buffer it would be memory of its own, four times as dear to get rid of.
  return Buffer.from(hash('sha256', below), 'hex')
}

/** `frontier` with `leaves` added on its right. */
export function grow(frontier: Frontier, leaves: readonly Hash[], onNode?: OnNode): Frontier {
  const roots = [...frontier.roots]
  let { size } = frontier
  for (const leaf of leaves) {
    let [root, index] = [leaf, size]
    // A right child closes its parent. No bit operations: they end at 2^31.
    for (let level = 1; index % 2 === 1; level++) {
      root = nodeHash(roots.pop() as Hash, root)
      index = (index - 1) / 2
      onNode?.(level, index, root)
    }
    roots.push(root)
    size += 1
  }
  return { size, roots }
}

/** What the whole tree hashes to; without leaves that is the hash of nothing. */
export function rootOf({ roots }: Frontier): Hash {
  return roots.length > 0 ? roots.reduceRight((right, left) => nodeHash(left, right)) : hash('sha256', '', 'buffer')
}
