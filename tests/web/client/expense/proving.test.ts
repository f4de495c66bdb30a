import test from 'ava'
import { createHash, webcrypto } from 'node:crypto'
import { inclusionRanges } from '../../../../src/events/log/merkle/proofs.ts'
import { grow, noLeaves, rootOf, type Hash } from '../../../../src/events/log/merkle/tree.ts'
import { proves } from '../../../../src/web/client/expense/proof.ts'
import { prove } from '../../../../src/web/client/expense/proving.ts'
import type { Step } from '../../../../src/web/client/expense/steps.ts'

const leaves = Array.from({ length: 13 }, (_, index) => createHash('sha256').update(`event ${index}`).digest())
const rootAt = (start: number, end: number): Hash => rootOf(grow(noLeaves, leaves.slice(start, end)))
const base64 = (hash: Hash) => hash.toString('base64')
const { subtle } = webcrypto

/** The proof that the ledger would give for the event at `position` in the tree of `size` events. */
function proofOf(position: number, size: number) {
  const path = inclusionRanges(position - 1, size).map(({ start, end }) => base64(rootAt(start, end)))
  return { index: position - 1, size, leafHash: base64(leaves[position - 1]!), path }
}
const event = (position: number) => ({ position, hash: leaves[position - 1]!.toString('hex') })
const step = (...positions: number[]) => ({ hashes: positions.map(event) }) as Step

test('every event of every tree is proved', async (t) => {
  for (let size = 1; size <= leaves.length; size += 1) {
    for (let position = 1; position <= size; position += 1) {
      const root = base64(rootAt(0, size))
      t.true(await proves(subtle, proofOf(position, size), event(position), root), `${position} of ${size}`)
    }
  }
})
test('another event, place, path or root proves nothing', async (t) => {
  const root = base64(rootAt(0, 13))
  const proof = proofOf(6, 13)
  t.false(await proves(subtle, proof, { ...event(6), hash: event(5).hash }, root))
  t.false(await proves(subtle, proof, { ...event(6), position: 7 }, root))
  t.false(await proves(subtle, { ...proof, path: proof.path.slice(1) }, event(6), root))
  t.false(await proves(subtle, { ...proof, path: [...proof.path, root] }, event(6), root))
  t.false(await proves(subtle, { ...proof, size: 5 }, event(6), root))
  t.false(await proves(subtle, proof, event(6), base64(rootAt(0, 12))))
})

const abort = new AbortController().signal
const note = (position: number, root: string) =>
  `ledger.example.com\n${position}\n${root}\n\n— ledger.example.com sig\n`
/** A ledger that has signed its first `size` events, and says it is `says`. */
const ledger = (size: number, says = base64(rootAt(0, size))) => ({
  checkpoint: async () => ({ position: size, rootHash: says, note: note(size, says), publicKey: '' }),
  proofOf: async (position: number, of: number) => proofOf(position, of),
})

test('all steps are held against what was signed', async (t) => {
  t.deepEqual(await prove([step(9), step(3, 4)], ledger(13), webcrypto, abort), { position: 13, holds: true })
  const false13 = ledger(13, base64(rootAt(0, 12)))
  t.deepEqual(await prove([step(9)], false13, webcrypto, abort), { position: 13, holds: false })
})
test('nothing is claimed of what was not signed yet, by a note that says something else, or without a browser that can', async (t) => {
  t.is(await prove([step(9)], ledger(8), webcrypto, abort), 'unproven')
  const other = { ...ledger(13), checkpoint: async () => ({ ...(await ledger(13).checkpoint()), note: note(12, '') }) }
  t.is(await prove([step(9)], other, webcrypto, abort), 'unproven')
  t.is(await prove([step(9)], ledger(13), {}, abort), 'unproven')
})
