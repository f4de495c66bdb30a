import { grow, noLeaves, type Frontier, type Hash } from './tree.ts'

/**
 * Nodes of every eighth level are stored: with the hashes of the events for leaves, each stored node has 256 stored ones below
 * it, and whatever is between is computed from these (docs/decisions/merkle-tree.md).
 */
export const STORED_LEVELS = 8
export const BELOW_STORED = 2 ** STORED_LEVELS

export type StoredNode = { level: number; index: number; hash: Hash }

/**
 * Where the tree grows: its frontier, the nodes that are to be stored and are not yet, and of how many events the frontier is that
 * this process has stored.
 */
export type Edge = {
  readonly frontier: Frontier
  readonly nodes: readonly StoredNode[]
  readonly storedSize: number
}

/** At `frontier`, of which this process has stored nothing yet. */
export function edgeAt(frontier: Frontier): Edge {
  return { frontier, nodes: [], storedSize: Number.NEGATIVE_INFINITY }
}

export function extend(edge: Edge, leaves: readonly Hash[]): Edge {
  const nodes = [...edge.nodes]
  const frontier = grow(edge.frontier, leaves, (level, index, hash) => {
    if (level % STORED_LEVELS === 0) nodes.push({ level, index, hash })
  })
  return { ...edge, frontier, nodes }
}

/** To store the frontier with each single event costs a tenth of what appending it does; to read so many hashes is little. */
const MOST_BEHIND = 64

/** Whether the stored frontier is so far behind that the next append should store it anew. */
export function isFrontierDue({ frontier, storedSize }: Edge): boolean {
  return frontier.size - storedSize >= MOST_BEHIND
}

/** What is left to be stored once an append has stored what was due. */
export function afterStoring(edge: Edge): Edge {
  return { ...edge, nodes: [], storedSize: isFrontierDue(edge) ? edge.frontier.size : edge.storedSize }
}

/** Bytes of a size before the hashes: how many of these there are does not tell it. */
const SIZE = 8
const HASH = 32

/** As the head's row keeps it. */
export function frontierBytes({ size, roots }: Frontier): Buffer {
  const sizeBytes = Buffer.alloc(SIZE)
  sizeBytes.writeBigUInt64BE(BigInt(size))
  return Buffer.concat([sizeBytes, ...roots])
}

/**
 * What the head's row keeps at `position`. What cannot be the frontier of the log there, or of its beginning, counts for
 * nothing: then the tree is made anew.
 */
export function readFrontier(bytes: Buffer, position: number): Frontier {
  const size = bytes.length < SIZE ? 0 : Number(bytes.readBigUInt64BE())
  if (size > position || bytes.length !== SIZE + HASH * bitsOf(size)) return noLeaves
  const roots = []
  for (let at = SIZE; at < bytes.length; at += HASH) roots.push(bytes.subarray(at, at + HASH))
  return { size, roots }
}

function bitsOf(size: number): number {
  return size.toString(2).replaceAll('0', '').length
}
