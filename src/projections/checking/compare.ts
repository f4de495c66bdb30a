import { Transaction } from 'sequelize'
import type { Checkpoint } from '../tables/checkpoint.ts'
import { isPassing } from '../tables/database.ts'
import { differencesOf, MOST_DIFFERENCES, type Difference } from './differences.ts'
import type { Parts } from '../tables/parts.ts'
import type { Projection, Row } from '../projection.ts'
import { replay } from './replay.ts'

const ROWS_AT_ONCE = 5_000

/**
 * Replays the log beside the table of a projection and compares row by row. Right also while commands go on, and without
 * holding them up: rows and checkpoint are committed together, so a snapshot of both shows the table as of exactly the
 * position that its checkpoint names; and of the log, everything up to there never changes. Most of the log is replayed
 * before the snapshot is taken, to keep it short.
 */
export async function compare(parts: Parts): Promise<Difference[]> {
  const wrong = await compareOnce(parts)
  // A snapshot may miss one of two steps that were committed while it was taken (see the log's reader): what is wrong stays so.
  return wrong.length === 0 ? wrong : compareOnce(parts)
}

async function compareOnce(parts: Parts): Promise<Difference[]> {
  const { projection, checkpoint: kept, sequelize, log } = parts
  const { name } = projection
  try {
    const ahead = replay(projection, log)
    await ahead.to((await kept.read()).position)
    return await sequelize.transaction({ isolationLevel: SNAPSHOT }, async (transaction) => {
      const checkpoint = await kept.read(transaction)
      if (checkpoint.version !== projection.version) return [otherVersion(projection, checkpoint)]
      // Rebuilt meanwhile: what has been replayed is of later than the table.
      const replayed = checkpoint.position < ahead.position() ? replay(projection, log) : ahead
      await replayed.to(checkpoint.position)
      const wrong = [...(await faults(name, checkpoint, log)), ...(await wrongRows(parts, replayed.rows, transaction))]
      return wrong.slice(0, MOST_DIFFERENCES)
    })
  } catch (error) {
    if (isPassing(error)) throw error
    return [{ projection: name, key: 'log', expected: 'events that can be applied', actual: String(error) }]
  }
}

const SNAPSHOT = Transaction.ISOLATION_LEVELS.REPEATABLE_READ

/** Rows of another version are not comparable. */
function otherVersion({ name, version }: Projection, checkpoint: Checkpoint): Difference {
  return { projection: name, key: 'checkpoint', field: 'version', expected: version, actual: checkpoint.version }
}

async function faults(name: string, { state, position, error }: Checkpoint, log: Parts['log']): Promise<Difference[]> {
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
