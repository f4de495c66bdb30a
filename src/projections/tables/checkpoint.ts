import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import * as z from 'zod'
import { count, Flag, instant, position, word } from './columns.ts'
import { defineTable, isMissingTable, select } from './database.ts'
import { checkpointAt, type Place } from './places.ts'

/** Seconds for which a checkpoint stays held if who holds it dies. */
const HOLD = 3
/** Seconds after which a builder that was not seen is taken for gone. */
const UNSEEN = 10

const columns = {
  name: { ...word(64), primaryKey: true },
  version: count,
  position,
  applied: position,
  state: word(16),
  error: { type: 'TEXT' },
  heldUntil: { ...instant, allowNull: true },
  goal: { ...position, allowNull: true },
  rate: { ...count, allowNull: true },
  seenAt: { ...instant, allowNull: true },
}

export const State = z.enum(['live', 'failed'])
export type State = z.infer<typeof State>

/** Up to where a table has the log applied, in which version of its projection, and how many events that were. */
export const Checkpoint = z.strictObject({
  version: z.int(),
  position: z.int(),
  applied: z.int(),
  state: State,
  /** Why it has failed. */
  error: z.string().nullable(),
  /** While the table is being built: the position to come to, events a second, and whether its builder was seen just now. */
  goal: z.int().nullable(),
  rate: z.int().nullable(),
  attended: Flag,
})
export type Checkpoint = z.infer<typeof Checkpoint>

const READ = `version, position, applied, state, error, goal, rate,
  coalesce(seen_at > utc_timestamp(6) - interval ${UNSEEN} second, 0) as attended`
/** A statement that moves it finds no row otherwise. */
const MOVABLE = 'version = :version and position = :position and (held_until is null or held_until < utc_timestamp(6))'

/** Where a step thinks that the checkpoint is. */
export type At = { version: number; position: number }

export type CheckpointTable = ReturnType<typeof openCheckpoint>

/**
 * The checkpoint of the table of `name` at `place`: one row in a table of its own, so that one RENAME moves both. A step
 * moves it first, in the transaction in which it writes rows.
 */
export function openCheckpoint(sequelize: Sequelize, name: string, place: Place) {
  const table = checkpointAt(place, name)
  const model = defineTable(sequelize, table, columns)

  /** How many rows were there to be changed: one or none. */
  async function update(change: string, replacements: Record<string, unknown> = {}, transaction?: Transaction) {
    const options = { type: QueryTypes.UPDATE, replacements, ...(transaction && { transaction }) } as const
    const [, rows] = await sequelize.query(`update ${table} set ${change}`, options)
    return rows
  }

  async function find(transaction?: Transaction, locking = ''): Promise<Checkpoint | undefined> {
    try {
      return (await select(sequelize, Checkpoint, `select ${READ} from ${table} ${locking}`, {}, transaction))[0]
    } catch (error) {
      if (isMissingTable(error)) return undefined
      throw error
    }
  }

  return {
    /** Undefined if there is none. */
    find: (transaction?: Transaction) => find(transaction),
    /** The same; and until `transaction` is over whoever moves it waits. */
    lock: (transaction: Transaction) => find(transaction, 'for update'),
    async read(transaction?: Transaction): Promise<Checkpoint> {
      const checkpoint = await find(transaction)
      if (checkpoint) return checkpoint
      throw new Error(`The checkpoint of ${name} is missing: the projections have not been prepared`)
    },
    /** At the log's beginning, unless there is one; `goal` is for a table that is being built. */
    async create(version: number, goal: number | null = null): Promise<void> {
      await model.sync()
      const sql = `insert ignore into ${table} (name, version, position, applied, state, goal)
        values (:name, :version, 0, 0, 'live', :goal)`
      await sequelize.query(sql, { replacements: { name, version, goal } })
    },
    /** False, and nothing has happened, if it is held or not where it was thought to be. */
    async move(at: At, to: number, events: number, transaction: Transaction): Promise<boolean> {
      const change = `position = :to, applied = applied + :events, state = 'live', error = null where ${MOVABLE}`
      return (await update(change, { ...at, to, events }, transaction)) === 1
    },
    /** Parks it at `to`, with why it cannot go on; unless it is held, or somebody else has moved it. */
    async fail(at: At, to: number, error: string): Promise<void> {
      await update(`state = 'failed', error = :error, position = :to where ${MOVABLE}`, { ...at, to, error })
    },
    async drop(): Promise<void> {
      await model.drop()
    },
    /** Its table is none that any release can go on with. */
    async disown(): Promise<void> {
      await update('version = 0')
    },
    /** From here on nobody moves it: not for long, lest somebody dies who holds it. */
    async hold(): Promise<void> {
      await update(`held_until = utc_timestamp(6) + interval ${HOLD} second`)
    },
    async release(): Promise<void> {
      await update('held_until = null')
    },
    /** Its table is being built, at `rate` events a second; or it is not there any more, which is nothing to tell. */
    async attend(rate: number): Promise<void> {
      await update('seen_at = utc_timestamp(6), rate = :rate', { rate }).catch((error: unknown) => {
        if (!isMissingTable(error)) throw error
      })
    },
  }
}
