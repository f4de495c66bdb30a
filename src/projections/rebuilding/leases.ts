import { QueryTypes, type Sequelize } from 'sequelize'
import { takeLease, waitForLease, type Change, type Lease } from '../../events/log/lease.ts'
import { instant, word } from '../tables/columns.ts'
import { defineTable } from '../tables/database.ts'
import { Busy, type Turn, type Way } from './turn.ts'

/** On a cluster, and only there: a row for each projection, and who has its turn. */
export const LEASES = 'projection_leases'

const columns = {
  name: { ...word(64), primaryKey: true },
  holder: { ...word(64), defaultValue: '' },
  seenAt: { ...instant, allowNull: true },
}

/** A locked row is locked on its own node only: on a cluster a turn is a lease. The table is made for `names`, if need be. */
export async function leases(sequelize: Sequelize, names: readonly string[]): Promise<Way> {
  const model = defineTable(sequelize, LEASES, columns)
  if (!(await sequelize.getQueryInterface().tableExists(LEASES))) await model.sync()
  if ((await model.count()) < names.length) await note()

  async function note(): Promise<void> {
    const rows = names.map((name) => ({ name }))
    await model.bulkCreate(rows, { ignoreDuplicates: true })
  }

  const change: Change = async (sql, values) => {
    const [, rows] = await sequelize.query(sql, { type: QueryTypes.UPDATE, replacements: [...values] })
    return rows
  }
  const rowOf = (name: string) => {
    return { table: LEASES, row: `name = ${sequelize.escape(name)}`, holder: 'holder', free: '', seen: 'seen_at' }
  }

  async function take(wanted: readonly string[]): Promise<Turn> {
    const taken: Lease[] = []
    const turn = together(taken)
    // In one order: of two who want the same ones, one gets them all.
    for (const name of wanted.toSorted()) {
      const lease = await takeLease(change, rowOf(name))
      if (lease) taken.push(lease)
      else break
    }
    if (taken.length === wanted.length) return turn
    await turn.end()
    throw new Busy()
  }

  return { wait: (name) => waitForLease(change, rowOf(name)), take }
}

function together(leases: readonly Lease[]): Turn {
  return {
    check: async () => void (await Promise.all(leases.map((lease) => lease.check()))),
    end: async () => void (await Promise.all(leases.map((lease) => lease.end()))),
  }
}
