import test from 'ava'
import fc from 'fast-check'
import {
  consistencyRanges,
  inclusionRanges,
  provesConsistency,
  provesInclusion,
} from '../../../../src/events/log/merkle/proofs.ts'
import { leavesOf, rootsOf } from './leaves.ts'
import { naiveConsistency, naivePath, naiveRoot } from './naive.ts'
import { ctConsistencies, ctLeaves, ctPaths, ctRoots } from './vectors.ts'

const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))
const ctRoot = (size: number) => Buffer.from(ctRoots[size] ?? '', 'hex')

for (const { leaf, size, path } of ctPaths) {
  test(`leaf ${leaf} of ${size} has the published audit path`, (t) => {
    const hashes = rootsOf(inclusionRanges(leaf - 1, size), ctLeaves)
    t.deepEqual(hex(hashes), path)
    const leafHash = ctLeaves[leaf - 1] as Buffer
    t.true(provesInclusion({ index: leaf - 1, size, leafHash, path: hashes }, ctRoot(size)))
  })
}

for (const { from, to, path } of ctConsistencies) {
  test(`that ${from} is the beginning of ${to} has the published proof`, (t) => {
    const hashes = rootsOf(consistencyRanges(from, to), ctLeaves)
    t.deepEqual(hex(hashes), path)
    t.true(provesConsistency({ from, to, path: hashes }, ctRoot(from), ctRoot(to)))
  })
}

const leaves = leavesOf(70)

test('every leaf of every tree has the path of the RFC, and it proves that leaf at that place only', (t) => {
  for (let size = 1; size <= leaves.length; size++) {
    const root = naiveRoot(leaves.slice(0, size))
    for (let index = 0; index < size; index++) {
      const path = rootsOf(inclusionRanges(index, size), leaves)
      t.deepEqual(path, naivePath(index, leaves.slice(0, size)))
      const proof = { index, size, leafHash: leaves[index] as Buffer, path }
      t.true(provesInclusion(proof, root))
      const other = leaves[(index + 1) % leaves.length] as Buffer
      t.false(provesInclusion({ ...proof, leafHash: other }, root))
      t.false(provesInclusion({ ...proof, index: index + size }, root))
      t.false(provesInclusion({ ...proof, path: [...path, other] }, root))
      if (size > 1) t.false(provesInclusion({ ...proof, path: path.slice(1) }, root))
      if (size > 1) t.false(provesInclusion({ ...proof, index: (index + 1) % size }, root))
    }
  }
})

test('every tree has the proof of the RFC that it is the beginning of every larger one', (t) => {
  for (let to = 1; to <= leaves.length; to++) {
    const larger = naiveRoot(leaves.slice(0, to))
    for (let from = 1; from <= to; from++) {
      const smaller = naiveRoot(leaves.slice(0, from))
      const path = rootsOf(consistencyRanges(from, to), leaves)
      t.deepEqual(path, naiveConsistency(from, leaves.slice(0, to)))
      t.true(provesConsistency({ from, to, path }, smaller, larger))
      const other = Buffer.alloc(32)
      t.false(provesConsistency({ from, to, path }, smaller, other))
      t.false(provesConsistency({ from, to, path }, other, larger))
      t.false(provesConsistency({ from, to, path: [...path, other] }, smaller, larger))
      if (from < to) t.false(provesConsistency({ from, to, path: path.slice(1) }, smaller, larger))
    }
  }
})

test('what is before the first tree, or after it, is the beginning of nothing', (t) => {
  const root = naiveRoot(leaves)
  t.false(provesConsistency({ from: 0, to: 70, path: [] }, naiveRoot([]), root))
  t.false(provesConsistency({ from: 71, to: 70, path: [] }, root, root))
})

test('no change of a hash goes unnoticed', (t) => {
  const anyChange = fc.record({
    size: fc.integer({ min: 2, max: 70 }),
    at: fc.nat(),
    byte: fc.nat(31),
    mask: fc.integer({ min: 1, max: 255 }),
  })
  fc.assert(
    fc.property(anyChange, ({ size, at, byte, mask }) => {
      const [index, from] = [at % size, (at % (size - 1)) + 1]
      const root = naiveRoot(leaves.slice(0, size))
      const path = naivePath(index, leaves.slice(0, size))
      const changed = path.map((hash, place) => (place === at % path.length ? flipped(hash, byte, mask) : hash))
      t.false(provesInclusion({ index, size, leafHash: leaves[index] as Buffer, path: changed }, root))
      const steps = naiveConsistency(from, leaves.slice(0, size))
      const other = steps.map((hash, place) => (place === at % steps.length ? flipped(hash, byte, mask) : hash))
      t.false(provesConsistency({ from, to: size, path: other }, naiveRoot(leaves.slice(0, from)), root))
    }),
  )
})

function flipped(hash: Buffer, byte: number, mask: number): Buffer {
  const copy = Buffer.from(hash)
  copy[byte] = (copy[byte] as number) ^ mask
  return copy
}
