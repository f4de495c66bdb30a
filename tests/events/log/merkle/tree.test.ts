import { createHash } from 'node:crypto'
import test from 'ava'
import fc from 'fast-check'
import { grow, noLeaves, rootOf } from '../../../../src/events/log/merkle/tree.ts'
import { leavesOf } from './leaves.ts'
import { naiveRoot } from './naive.ts'
import { ctLeaves, ctRoots } from './vectors.ts'

test('a tree of certificate transparency has the published root at every size', (t) => {
  for (const [size, root] of ctRoots.entries()) {
    t.is(rootOf(grow(noLeaves, ctLeaves.slice(0, size))).toString('hex'), root)
  }
})

test('without leaves the root is the hash of nothing', (t) => {
  t.deepEqual(rootOf(noLeaves), createHash('sha256').digest())
})

test('the root is the same however the leaves came, and what the RFC says', (t) => {
  const portions = fc.array(fc.nat(70), { maxLength: 12 })
  fc.assert(
    fc.property(portions, (counts) => {
      const leaves = leavesOf(counts.reduce((sum, count) => sum + count, 0))
      let [frontier, from] = [noLeaves, 0]
      for (const count of counts) {
        frontier = grow(frontier, leaves.slice(from, from + count))
        from += count
      }
      t.is(frontier.size, leaves.length)
      t.deepEqual(rootOf(frontier), naiveRoot(leaves))
    }),
  )
})

test('the edge has one root for each bit of the size', (t) => {
  let frontier = noLeaves
  for (const leaf of leavesOf(300)) {
    frontier = grow(frontier, [leaf])
    t.is(frontier.roots.length, frontier.size.toString(2).replaceAll('0', '').length)
  }
})

test('every node is told once, when it is whole, with the root of what is below it', (t) => {
  const leaves = leavesOf(40)
  const told = new Map<string, Buffer>()
  grow(noLeaves, leaves, (level, index, hash) => {
    t.false(told.has(`${level} ${index}`))
    told.set(`${level} ${index}`, hash)
  })
  t.is(told.size, 20 + 10 + 5 + 2 + 1)
  for (const [place, hash] of told) {
    const [level = 0, index = 0] = place.split(' ').map(Number)
    t.deepEqual(hash, naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)), place)
  }
})

test('growing leaves the frontier that it began with as it was', (t) => {
  const before = grow(noLeaves, leavesOf(7))
  const root = rootOf(before)
  grow(before, leavesOf(9))
  t.is(before.size, 7)
  t.deepEqual(rootOf(before), root)
})
