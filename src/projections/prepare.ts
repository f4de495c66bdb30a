import type { Sequelize } from 'sequelize'
import type { Parts } from './tables/parts.ts'
import type { Turns } from './rebuilding/turns.ts'

/** Where releases before this one kept all checkpoints. */
const FORMER = 'checkpoints'

/**
 * Sees to it that each projection has a table with its checkpoint. Where there is no table one is made, and filled from the
 * log's beginning by whoever follows. A table that this release cannot go on with is read until another one is built: one of
 * an older version, one without a checkpoint, and one that is ahead of the log and so belongs to another.
 */
export async function prepare(all: readonly Parts[], turns: Turns, sequelize: Sequelize): Promise<void> {
  await turns.create()
  // Who would go on with these cannot any more.
  if (await sequelize.getQueryInterface().tableExists(FORMER)) await sequelize.query(`drop table if exists ${FORMER}`)
  for (const parts of all) {
    if (!(await isThere(parts))) await turns.inTurn(parts.projection.name, () => make(parts))
    await disownIfAhead(parts)
  }
}

async function isThere({ table, checkpoint }: Parts): Promise<boolean> {
  return (await checkpoint.find()) !== undefined && (await table.exists())
}

/** Cut short anywhere it leaves a table without a checkpoint, or nothing. */
async function make(parts: Parts): Promise<void> {
  const { projection, table, checkpoint } = parts
  if (await isThere(parts)) return
  if (await table.exists()) return checkpoint.create(0)
  // A checkpoint that has lost its table names a position, but the rows up to there are gone.
  await checkpoint.drop()
  await table.create()
  await table.addIndexes()
  await checkpoint.create(projection.version)
}

async function disownIfAhead({ checkpoint, log }: Parts): Promise<void> {
  const { position } = await checkpoint.read()
  // The head is read afterwards: whatever goes on, it is not behind a checkpoint of this log.
  const head = await log.head()
  if (position > head.position) await checkpoint.disown()
}
