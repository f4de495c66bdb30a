import test, { type ExecutionContext } from 'ava'
import { expenseStream } from '../../../../src/events/expense.ts'
import { Conflict } from '../../../../src/events/log/append.ts'
import { BELOW_STORED, readFrontier } from '../../../../src/events/log/merkle/edge.ts'
import { grow, noLeaves, rootOf } from '../../../../src/events/log/merkle/tree.ts'
import { lunch, lunchAmended, lunchRecorded } from '../../../examples.ts'
import { appendOf, at, expense } from '../appends.ts'
import { freshLog, type FreshLog } from '../fresh-log.ts'
import { appendUntracked, hashesOf } from './many-events.ts'

const somewhat = (count: number) => Array.from({ length: count }, expense)

async function frontierOf({ rows }: FreshLog) {
  const [head] = await rows<{ position: number; frontier: Buffer }>('select position, frontier from log_head')
  return readFrontier(head!.frontier, Number(head!.position))
}

/** The head's row has the tree over all events but perhaps the last few, and every node is stored that has to be. */
async function isWhole(t: ExecutionContext, fresh: FreshLog): Promise<void> {
  const hashes = await hashesOf(fresh)
  const expected: object[] = []
  grow(noLeaves, hashes, (level, place, hash) => {
    if (level % 8 === 0) expected.push({ level, place, hash })
  })
  const frontier = await frontierOf(fresh)
  t.true(frontier.size > hashes.length - 64, `${frontier.size} of ${hashes.length}`)
  t.deepEqual(frontier, grow(noLeaves, hashes.slice(0, frontier.size)))
  t.deepEqual(await fresh.rows('select level, place, hash from tree_nodes order by level, place'), expected)
}

test('after each append the head has the tree of all events', async (t) => {
  const fresh = await freshLog(t)
  for (const count of [1, 1, 2, 7, 1, 30]) {
    await fresh.log.append(appendOf(somewhat(count)))
    await isWhole(t, fresh)
  }
})

test('of single appends some store the frontier, and another process goes on from any', async (t) => {
  const fresh = await freshLog(t)
  const sizes = new Set<number>()
  for (let count = 0; count < 150; count++) {
    await fresh.log.append(appendOf(somewhat(1)))
    await isWhole(t, fresh)
    sizes.add((await frontierOf(fresh)).size)
  }
  t.deepEqual([...sizes], [1, 65, 129])
  await (await fresh.another()).append(appendOf(somewhat(1)))
  t.is((await frontierOf(fresh)).size, 151)
  await isWhole(t, fresh)
})

test('many callers of several processes make one tree, and store every 256th node', async (t) => {
  const fresh = await freshLog(t)
  const logs = [fresh.log, await fresh.another()]
  await Promise.all(Array.from({ length: 300 }, (_, caller) => logs[caller % 2]!.append(appendOf(somewhat(2)))))
  await isWhole(t, fresh)
  t.is((await fresh.rows('select 1 from tree_nodes')).length, Math.floor(600 / BELOW_STORED))
})

test('what was refused leaves no leaf behind', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([lunchRecorded]))
  await t.throwsAsync(fresh.log.append(appendOf([lunchRecorded])), { instanceOf: Conflict })
  await fresh.log.append(appendOf(somewhat(1)))
  await isWhole(t, fresh)
})

test('what a release that knows no tree has appended is added to it', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf(somewhat(3)))
  await appendUntracked(fresh, 600)
  await fresh.log.append(appendOf(somewhat(1)))
  await isWhole(t, fresh)
  // Meanwhile the writer has the head in mind.
  await fresh.log.append(appendOf(somewhat(1)))
  await appendUntracked(fresh, 700)
  await fresh.log.append(appendOf(somewhat(1)))
  await isWhole(t, fresh)
})

test('what was added is stored with the next append, also if the one that looked was refused', async (t) => {
  const fresh = await freshLog(t)
  await appendUntracked(fresh, 300)
  const stale = appendOf([lunchAmended], { guards: [at(expenseStream(lunch), 1, 0)] })
  await t.throwsAsync(fresh.log.append(stale), { instanceOf: Conflict })
  t.deepEqual(await fresh.rows('select * from tree_nodes'), [])
  await fresh.log.append(appendOf(somewhat(1)))
  await isWhole(t, fresh)
})

test('a long gap is made up for in portions, and appending goes on', async (t) => {
  const fresh = await freshLog(t)
  await appendUntracked(fresh, 25_000)
  for (const size of [10_000, 20_000]) {
    await fresh.log.append(appendOf(somewhat(1)))
    t.is((await frontierOf(fresh)).size, size)
  }
  await fresh.log.append(appendOf(somewhat(1)))
  t.is((await frontierOf(fresh)).size, 25_003)
  await isWhole(t, fresh)
})

test('the tree ends before an event that is missing, and appending goes on', async (t) => {
  const fresh = await freshLog(t)
  await appendUntracked(fresh, 20)
  await fresh.rows('delete from events where position = 13')
  for (let count = 0; count < 2; count++) await fresh.log.append(appendOf(somewhat(1)))
  t.is((await frontierOf(fresh)).size, 12)
  t.is((await fresh.log.head()).position, 22)
})

for (const [what, bytes] of Object.entries({
  'is gone': "''",
  'is no frontier': "'something else'",
  'is cut off': 'left(frontier, length(frontier) - 1)',
  'is of more events than there are': `concat(x'00000000000000ff', repeat('x', 8 * 32))`,
})) {
  test(`a frontier that ${what} is made anew`, async (t) => {
    const fresh = await freshLog(t)
    await fresh.log.append(appendOf(somewhat(5)))
    await fresh.rows(`update log_head set frontier = ${bytes}`)
    await (await fresh.another()).append(appendOf(somewhat(1)))
    await isWhole(t, fresh)
  })
}

test('a node that somebody has written already stops nobody', async (t) => {
  const fresh = await freshLog(t)
  await fresh.rows(`insert into tree_nodes (level, place, hash) values (8, 0, repeat('x', 32))`)
  await fresh.log.append(appendOf(somewhat(300)))
  const hashes = await hashesOf(fresh)
  t.deepEqual(rootOf(await frontierOf(fresh)), rootOf(grow(noLeaves, hashes)))
})
