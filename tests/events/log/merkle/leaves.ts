import { createHash } from 'node:crypto'
import type { Range } from '../../../../src/events/log/merkle/proofs.ts'
import { grow, noLeaves, rootOf } from '../../../../src/events/log/merkle/tree.ts'

/** So many hashes that are all different. */
export function leavesOf(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => createHash('sha256').update(`leaf ${index}`).digest())
}

/** The roots of `ranges` of `leaves`. */
export function rootsOf(ranges: readonly Range[], leaves: readonly Buffer[]): Buffer[] {
  return ranges.map(({ start, end }) => rootOf(grow(noLeaves, leaves.slice(start, end))))
}
