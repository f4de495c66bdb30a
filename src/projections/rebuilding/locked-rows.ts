import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { Busy, TURNS, type Turn, type Way } from './turn.ts'

/** A turn is a locked row, so that it ends by itself, at once, with the process that has it. */
export function lockedRows(sequelize: Sequelize): Way {
  function lock(wanted: readonly string[], how: string, transaction: Transaction): Promise<object[]> {
    const sql = `select name from ${TURNS} where name in (:wanted) order by name for update ${how}`
    return sequelize.query(sql, { type: QueryTypes.SELECT, replacements: { wanted }, transaction })
  }

  function turnOf(transaction: Transaction): Turn {
    return {
      check: async () => void (await sequelize.query('select 1', { transaction })),
      end: () => transaction.rollback(),
    }
  }

  async function locked(wanted: readonly string[], how: string): Promise<Turn> {
    const transaction = await sequelize.transaction()
    try {
      const free = await lock(wanted, how, transaction)
      if (free.length < wanted.length) throw new Busy()
      return turnOf(transaction)
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  return { wait: (name) => locked([name], ''), take: (wanted) => locked(wanted, 'skip locked') }
}
