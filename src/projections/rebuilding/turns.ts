import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { word } from '../tables/columns.ts'
import { defineTable } from '../tables/database.ts'

export const TURNS = 'projection_turns'

/** Somebody is at it already: here, or in another process. */
export class Busy extends Error {}

export type Turn = {
  /** Rejects if the turn is over: the connection that kept it was lost. */
  check: () => Promise<void>
  end: () => Promise<void>
}

export type Turns = ReturnType<typeof openTurns>

/**
 * Who may make tables of a projection: one at a time, of all processes. A turn is a locked row, so that it ends by itself
 * with the process that has it. It spares work being done twice; that the work is right does not rest on it.
 */
export function openTurns(sequelize: Sequelize, names: readonly string[]) {
  const model = defineTable(sequelize, TURNS, { name: { ...word(64), primaryKey: true } })

  /** A plain look, which waits for nobody's turn. */
  async function areThere(): Promise<boolean> {
    if (!(await sequelize.getQueryInterface().tableExists(TURNS))) return false
    return (await model.count()) === names.length
  }

  function lock(wanted: readonly string[], how: string, transaction: Transaction): Promise<object[]> {
    const sql = `select name from ${TURNS} where name in (:wanted) order by name for update ${how}`
    return sequelize.query(sql, { type: QueryTypes.SELECT, replacements: { wanted }, transaction })
  }

  return {
    async create(): Promise<void> {
      if (await areThere()) return
      await model.sync()
      await model.bulkCreate(
        names.map((name) => ({ name })),
        { ignoreDuplicates: true },
      )
    },
    /** Waits for its turn. */
    async inTurn(name: string, work: () => Promise<void>): Promise<void> {
      await sequelize.transaction(async (transaction) => {
        await lock([name], '', transaction)
        await work()
      })
    },
    /** Throws `Busy` if anybody has the turn at any of `wanted`. */
    async take(wanted: readonly string[]): Promise<Turn> {
      const transaction = await sequelize.transaction()
      try {
        const free = await lock(wanted, 'skip locked', transaction)
        if (free.length < wanted.length) throw new Busy('A rebuild is under way already')
      } catch (error) {
        await transaction.rollback()
        throw error
      }
      return {
        check: async () => void (await sequelize.query('select 1', { transaction })),
        end: () => transaction.rollback(),
      }
    },
  }
}
