import type { Sequelize, Transaction } from 'sequelize'
import { count, position, word } from './columns.ts'
import { defineTable } from './database.ts'

export type State = 'live' | 'failed'
/** Up to where a projection of this schema version has applied the log; a failed one also says why. */
export type Checkpoint = { name: string; version: number; position: number; state: State; error: string | null }

export type Checkpoints = ReturnType<typeof openCheckpoints>

/** One row per projection. Whoever writes rows of a projection moves its checkpoint first, in the same transaction. */
export function openCheckpoints(sequelize: Sequelize) {
  const name = { ...word(64), primaryKey: true }
  const columns = { name, version: count, position, state: word(16), error: { type: 'TEXT' } }
  const model = defineTable<Checkpoint>(sequelize, 'checkpoints', columns)

  async function read(name: string, transaction?: Transaction): Promise<Checkpoint> {
    return found(await model.findOne({ where: { name }, raw: true, ...(transaction && { transaction }) }))
  }

  return {
    read,
    /** Makes the table, and a row for each of `names` that has none. */
    async create(names: readonly string[]): Promise<void> {
      await model.sync()
      await model.bulkCreate(
        names.map((name) => ({ name, version: 0, position: 0, state: 'live', error: null })),
        { ignoreDuplicates: true },
      )
    },
    async all(): Promise<Checkpoint[]> {
      return (await model.findAll({ raw: true })) as unknown as Checkpoint[]
    },
    async lock(name: string, transaction: Transaction): Promise<Checkpoint> {
      return found(await model.findOne({ where: { name }, raw: true, transaction, lock: true }))
    },
    /** Locks and moves it; false if it does not stand at `from`. */
    async move(name: string, version: number, from: number, to: number, transaction: Transaction): Promise<boolean> {
      const moved = { position: to, state: 'live' as const, error: null }
      const [rows] = await model.update(moved, { where: { name, version, position: from }, transaction })
      return rows === 1
    },
    /** Who resets it holds it. */
    async reset(name: string, version: number, transaction: Transaction): Promise<void> {
      await model.update({ version, position: 0, state: 'live', error: null }, { where: { name }, transaction })
    },
    /** Gives one that has failed another try. */
    async revive(name: string, version: number): Promise<void> {
      await model.update({ state: 'live', error: null }, { where: { name, version, state: 'failed' } })
    },
    /** Marks it as failed after `to`, unless somebody else has moved it from `from`. */
    async fail(name: string, version: number, from: number, to: number, error: string): Promise<void> {
      await model.update({ position: to, state: 'failed', error }, { where: { name, version, position: from } })
    },
  }
}

function found(checkpoint: unknown): Checkpoint {
  if (!checkpoint) throw new Error('A checkpoint is missing: the projections have not been prepared')
  return checkpoint as Checkpoint
}
