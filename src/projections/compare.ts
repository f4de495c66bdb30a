import { Transaction } from 'sequelize'
import type { Checkpoint } from './checkpoints.ts'
import { isPassing } from './database.ts'
import { differencesOf, type Difference } from './differences.ts'
import type { Row } from './projection.ts'
import { replay } from './replay.ts'
import type { Parts } from './runner.ts'

const ROWS_AT_ONCE = 5_000
/** No more than this many are listed per projection: a table that was emptied is wrong once, not a million times. */
const MOST_DIFFERENCES = 1_000

/**
 * Replays the log beside the table of a projection and compares row by row. Right also while commands go on, and without
 * holding them up: rows and checkpoint are committed together, so a snapshot of both shows the table as of exactly the
 * position that its checkpoint names; and of the log, everything up to there never changes. Most of the log is replayed
 * before the snapshot is taken, to keep it short.
 */
export async function compare(parts: Parts): Promise<Difference[]> {
  const { projection, checkpoints, sequelize, log } = parts
  const { name } = projection
  try {
    const ahead = replay(projection, log)
    await ahead.to((await checkpoints.read(name)).position)
    return await sequelize.transaction({ isolationLevel: SNAPSHOT }, async (transaction) => {
      const checkpoint = await checkpoints.read(name, transaction)
      // Rebuilt meanwhile: what has been replayed is of later than the table.
      const replayed = checkpoint.position < ahead.position() ? replay(projection, log) : ahead
      await replayed.to(checkpoint.position)
      const wrong = [...(await faults(checkpoint, log)), ...(await wrongRows(parts, replayed.rows, transaction))]
      return wrong.slice(0, MOST_DIFFERENCES)
    })
  } catch (error) {
    if (isPassing(error)) throw error
    return [{ projection: name, key: 'log', expected: 'events that can be applied', actual: String(error) }]
  }
}

const SNAPSHOT = Transaction.ISOLATION_LEVELS.REPEATABLE_READ

async function faults({ name, state, position, error }: Checkpoint, log: Parts['log']): Promise<Difference[]> {
  const about = { projection: name, key: 'checkpoint' }
  const head = (await log.head()).position
  return [
    ...(state === 'live' ? [] : [{ ...about, field: 'state', expected: 'live', actual: `${state}: ${error}` }]),
    ...(position <= head ? [] : [{ ...about, field: 'position', expected: head, actual: position }]),
  ]
}

/** Takes from `expected` what it finds in the table; what is left is missing there. */
async function wrongRows({ projection, table }: Parts, expected: Map<string, Row>, transaction: Transaction) {
  const { name, keyOf } = projection
  const wrong: Difference[] = []
  let rows = await table.page(undefined, ROWS_AT_ONCE, transaction)
  while (rows.length > 0 && wrong.length < MOST_DIFFERENCES) {
    for (const row of rows) {
      const key = keyOf(row)
      wrong.push(...differencesOf(name, key, expected.get(key), row))
      expected.delete(key)
    }
    rows = await table.page(rows.at(-1), ROWS_AT_ONCE, transaction)
  }
  for (const [key, row] of expected) wrong.push(...differencesOf(name, key, row, undefined))
  return wrong
}
