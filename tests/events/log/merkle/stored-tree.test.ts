import test from 'ava'
import type { Pool } from 'mysql2/promise'
import { createConnection } from 'mysql2/promise'
import { plantTree } from '../../../../src/events/log/merkle/plant.ts'
import { provesConsistency, provesInclusion } from '../../../../src/events/log/merkle/proofs.ts'
import { openTree } from '../../../../src/events/log/merkle/stored-tree.ts'
import { EventsMissing } from '../../../../src/events/log/merkle/tiles.ts'
import { grow, noLeaves, rootOf } from '../../../../src/events/log/merkle/tree.ts'
import { freshLog, type FreshLog } from '../fresh-log.ts'
import { appendUntracked, hashesOf } from './many-events.ts'

/** Three stored levels, and some on the right edge of each. */
const EVENTS = 65_536 + 3 * 256 + 5

/** Where something begins or ends, or is a place like any other. */
const places = [1, 2, 255, 256, 257, 511, 512, 513, 40_000, 65_535, 65_536, 65_537, 66_048, 66_049, EVENTS - 1, EVENTS]

async function planted(fresh: FreshLog, position: number): Promise<string[]> {
  await appendUntracked(fresh, position)
  const said: string[] = []
  const connection = await createConnection({ uri: fresh.url })
  try {
    await plantTree(connection, (line) => said.push(line))
  } finally {
    await connection.end()
  }
  return said
}

/** Counts the rows that are read. */
function counted(pool: Pool) {
  let read = 0
  const query = async (sql: string, values: unknown[]) => {
    const answer = await pool.query(sql, values)
    read += (answer[0] as unknown[]).length
    return answer
  }
  return { pool: { query } as unknown as Pool, read: () => read }
}

test('an old log gets its tree in portions; every root and every proof is right, with nodes stored or not', async (t) => {
  const fresh = await freshLog(t)
  t.deepEqual(await planted(fresh, EVENTS), [`Making the tree: 65536 of ${EVENTS} events`])
  const leaves = await hashesOf(fresh)
  const roots = new Map(places.map((size) => [size, rootOf(grow(noLeaves, leaves.slice(0, size)))]))

  async function isRight(): Promise<void> {
    const tree = openTree(fresh.pool)
    for (const [size, root] of roots) {
      t.deepEqual(await tree.rootAt(size), root, `${size}`)
      for (const position of places.filter((place) => place <= size)) {
        const proof = await tree.inclusion(position, size)
        t.like(proof, { index: position - 1, size, leafHash: leaves[position - 1] as Buffer })
        t.true(provesInclusion(proof, root), `${position} in ${size}`)
        const consistency = await tree.consistency(position, size)
        t.true(provesConsistency(consistency, roots.get(position)!, root), `${position} of ${size}`)
      }
    }
  }

  await isRight()
  await fresh.rows('delete from tree_nodes where level = 16 or place > 200')
  await isRight()
})

test('a proof reads a few tiles of the log, not the log', async (t) => {
  const fresh = await freshLog(t)
  await planted(fresh, 20_000)
  for (const position of [1, 256, 257, 10_000, 19_999, 20_000]) {
    const { pool, read } = counted(fresh.pool)
    await openTree(pool).inclusion(position, 20_000)
    t.true(read() <= 3 * 256, `${position}: ${read()}`)
  }
})

test('a tree that was cut short while it was made is gone on with', async (t) => {
  const fresh = await freshLog(t)
  await planted(fresh, 300)
  await planted(fresh, 600)
  const [head] = await fresh.rows<{ frontier: Buffer }>('select frontier from log_head')
  t.deepEqual(head?.frontier.subarray(8), Buffer.concat(grow(noLeaves, await hashesOf(fresh)).roots))
  t.deepEqual(await fresh.rows('select level, place from tree_nodes order by place'), [
    { level: 8, place: 0 },
    { level: 8, place: 1 },
  ])
})

test('a tree without leaves has a root', async (t) => {
  const { pool } = await freshLog(t)
  t.deepEqual(await openTree(pool).rootAt(0), rootOf(noLeaves))
})

test('where an event is missing there is no proof', async (t) => {
  const fresh = await freshLog(t)
  await planted(fresh, 600)
  await fresh.rows('delete from events where position = 514')
  const tree = openTree(fresh.pool)
  await t.throwsAsync(tree.inclusion(520, 600), { instanceOf: EventsMissing, message: /between positions 513 and 600/ })
  await t.notThrowsAsync(tree.inclusion(200, 512))
})

test('a log that has lost events gets the tree of what is before them', async (t) => {
  const fresh = await freshLog(t)
  await appendUntracked(fresh, 20)
  await fresh.rows('delete from events where position = 13')
  await planted(fresh, 21)
  const [head] = await fresh.rows<{ frontier: Buffer }>('select frontier from log_head')
  t.is(Number(head?.frontier.readBigUInt64BE()), 12)
})
