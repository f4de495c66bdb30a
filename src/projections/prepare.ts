import type { Checkpoints } from './checkpoints.ts'
import type { Parts } from './runner.ts'

/**
 * Sees to it that each projection has its table, in the version that this release knows. A table of another version, one
 * that is missing, or one that is ahead of the log and so belongs to another, is made anew and filled from the log's
 * beginning by whoever follows. Nothing is ever altered.
 */
export async function prepare(checkpoints: Checkpoints, parts: readonly Parts[]): Promise<void> {
  await checkpoints.create(parts.map(({ projection }) => projection.name))
  for (const { projection, table, sequelize, log } of parts) {
    const { name, version } = projection
    await sequelize.transaction(async (transaction) => {
      const checkpoint = await checkpoints.lock(name, transaction)
      // Read while the checkpoint cannot move: the head is then never behind it.
      const head = await log.head()
      const fits = checkpoint.version === version && checkpoint.position <= head.position
      if (fits && (await table.exists())) return
      // DDL commits by itself, so it runs on another connection. Cut short here, the next start does it again.
      await table.createAnew()
      await checkpoints.reset(name, version, transaction)
    })
  }
}
