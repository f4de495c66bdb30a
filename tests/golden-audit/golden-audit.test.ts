import { buffer } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import test from 'ava'
import { canonical } from '../../src/events/log/canonical.ts'
import { openCheckpoints } from '../../src/events/log/merkle/checkpoints.ts'
import { makeSigningKey, readSigningKey } from '../../src/events/log/merkle/note-key.ts'
import { openTree } from '../../src/events/log/merkle/stored-tree.ts'
import { grow, noLeaves, rootOf } from '../../src/events/log/merkle/tree.ts'
import { exportLog } from '../../src/ops/audit/export.ts'
import { openCheckpoint } from '../../src/ops/audit/held-checkpoint.ts'
import { verifyFile } from '../../src/ops/audit/verify-file.ts'
import { freshDatabase } from '../database.ts'
import { readStored } from '../golden/files.ts'
import { openGolden } from '../golden/ledger.ts'
import { eventsIn, exportOf, noteOf, withHash } from '../ops/audit/forged.ts'
import { checkExport } from './second-verifier.ts'

type Vectors = {
  signingKey: string
  publicKey: string
  firstEvent: string
  firstLeafHash: string
  rootHashes: string[]
  checkpointOf10: string
  checkpointOf22: string
}

const file = readFileSync(join(import.meta.dirname, 'export.ndjson'))
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors
const key = readSigningKey(vectors.signingKey)
const events = eventsIn(file).map(withHash)

test('a ledger of long ago is exported as it was then, byte for byte', async (t) => {
  const { pool, close } = await openGolden(await freshDatabase(), readStored(1))
  t.teardown(close)
  const found = await exportLog(pool, openCheckpoints({ pool, tree: openTree(pool), key }))
  t.true('chunks' in found)
  if ('chunks' in found) t.is((await buffer(found.chunks)).toString(), file.toString())
})

test('both verifiers find the export good', async (t) => {
  const { publicKey } = vectors
  const head = vectors.rootHashes.at(-1)
  t.deepEqual(await verifyFile(Readable.from([file]), { verifierKey: publicKey }), {
    ok: true,
    events: 22,
    head: head!,
  })
  t.deepEqual(checkExport(file, publicKey), { events: 22, root: head! })
})

test('both verifiers find a checkpoint good that others have signed as well, before or after', async (t) => {
  const other = readSigningKey(makeSigningKey('witness.example.com'))
  const orders = [
    [key, other],
    [other, key],
  ] as const
  for (const [one, next] of orders) {
    const sign = (text: string) => one.sign(text) + next.sign(text).slice(text.length + 1)
    const signed = exportOf(eventsIn(file), { ...key, sign })
    for (const { verifierKey } of [key, other]) {
      t.like(await verifyFile(Readable.from([signed]), { verifierKey }), { ok: true, events: 22 })
      t.is(checkExport(signed, verifierKey).events, 22)
    }
  }
})

test('the vectors of docs/audit-format.md are what they say', (t) => {
  const { hash, ...first } = events[0]!
  const leaves = events.map((event) => Buffer.from(event.hash, 'hex'))
  t.is(canonical(first), vectors.firstEvent)
  t.is(Buffer.from(hash, 'hex').toString('base64'), vectors.firstLeafHash)
  t.deepEqual(
    leaves.map((_, index) => rootOf(grow(noLeaves, leaves.slice(0, index + 1))).toString('base64')),
    vectors.rootHashes,
  )
  t.is(key.verifierKey, vectors.publicKey)
  t.is(noteOf(events, key), vectors.checkpointOf22)
  t.is(noteOf(events.slice(0, 10), key), vectors.checkpointOf10)
  const { position, rootHash } = openCheckpoint(vectors.checkpointOf10, vectors.publicKey)
  t.is(position, 10)
  t.is(rootHash.toString('base64'), vectors.rootHashes[9]!)
})
