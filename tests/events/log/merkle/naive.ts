import { createHash } from 'node:crypto'

/** RFC 6962 as it is written there, section 2.1, over the hashes of the leaves. */
export function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [only, ...more] = leaves
  if (!only) return createHash('sha256').digest()
  if (more.length === 0) return only
  const k = splitOf(leaves.length)
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(naiveRoot(leaves.slice(0, k)))
    .update(naiveRoot(leaves.slice(k)))
    .digest()
}

export function naivePath(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return []
  const k = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)]
}

export function naiveConsistency(m: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  const k = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k
    ? [...naiveConsistency(m, left, whole), naiveRoot(right)]
    : [...naiveConsistency(m - k, right, false), naiveRoot(left)]
}

function splitOf(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1))
}
