import { nodeHash, type Hash } from './tree.ts'

/** The leaves from `start` up to `end`, without it, counted from 0. */
export type Range = { readonly start: number; readonly end: number }

/** That the leaf at `index` (from 0) is in the tree of the first `size` leaves: the roots beside its way up. */
export type Inclusion = { index: number; size: number; leafHash: Hash; path: readonly Hash[] }
/** That the tree of `to` leaves begins with all of that of `from`. */
export type Consistency = { from: number; to: number; path: readonly Hash[] }

/** The subtrees whose roots are the audit path of leaf `index` (RFC 6962, section 2.1.1), in its order: the lowest first. */
export function inclusionRanges(index: number, size: number): Range[] {
  const down = (start: number, end: number): Range[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...down(start, middle), { start: middle, end }]
      : [...down(middle, end), { start, end: middle }]
  }
  return down(0, size)
}

/** The subtrees whose roots are the consistency proof (RFC 6962, section 2.1.2), in its order; `from` is not 0. */
export function consistencyRanges(from: number, to: number): Range[] {
  const down = (start: number, end: number): Range[] => {
    // Where the smaller tree is a subtree of the larger, whoever checks has its root already.
    if (end === from) return start === 0 ? [] : [{ start, end }]
    const middle = start + splitOf(end - start)
    return from <= middle
      ? [...down(start, middle), { start: middle, end }]
      : [...down(middle, end), { start, end: middle }]
  }
  return down(0, to)
}

/** As RFC 9162, section 2.1.3.2, says it. */
export function provesInclusion({ index, size, leafHash, path }: Inclusion, root: Hash): boolean {
  if (index >= size) return false
  let [node, last, hash] = [index, size - 1, leafHash]
  for (const sibling of path) {
    if (last === 0) return false
    if (isRight(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isRight(node) && node > 0) [node, last] = [parentOf(node), parentOf(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [parentOf(node), parentOf(last)]
  }
  return last === 0 && hash.equals(root)
}

/** As RFC 9162, section 2.1.4.2, says it. */
export function provesConsistency({ from, to, path }: Consistency, fromRoot: Hash, toRoot: Hash): boolean {
  if (from < 1 || from > to) return false
  if (from === to) return path.length === 0 && fromRoot.equals(toRoot)
  let [node, last] = [from - 1, to - 1]
  while (isRight(node)) [node, last] = [parentOf(node), parentOf(last)]
  // What the smaller tree ends with is the whole of it where its size is a power of two, and then it is not told.
  const [first, ...rest] = node === 0 ? [fromRoot, ...path] : path
  if (!first) return false
  let [smaller, larger] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (isRight(node) || node === last) {
      smaller = nodeHash(hash, smaller)
      larger = nodeHash(hash, larger)
      while (!isRight(node) && node > 0) [node, last] = [parentOf(node), parentOf(last)]
    } else {
      larger = nodeHash(larger, hash)
    }
    ;[node, last] = [parentOf(node), parentOf(last)]
  }
  return last === 0 && smaller.equals(fromRoot) && larger.equals(toRoot)
}

/** The largest power of two below `count`, which is 2 or more. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

function isRight(node: number): boolean {
  return node % 2 === 1
}

function parentOf(node: number): number {
  return Math.floor(node / 2)
}
