import { QueryTypes, type Sequelize } from 'sequelize'
import { lookAtCluster } from '../../events/log/lease.ts'
import { word } from '../tables/columns.ts'
import { defineTable } from '../tables/database.ts'
import { leases } from './leases.ts'
import { lockedRows } from './locked-rows.ts'
import { TURNS, type Turn, type Way } from './turn.ts'

export type Turns = ReturnType<typeof openTurns>

/** Who may make tables of a projection: one at a time, of all processes, by way of whichever node of a cluster. */
export function openTurns(sequelize: Sequelize, names: readonly string[]) {
  const model = defineTable(sequelize, TURNS, { name: { ...word(64), primaryKey: true } })
  let way: Promise<Way> | undefined

  /** Asked again if it could not be told: whoever asks comes again, too. */
  function ways(): Promise<Way> {
    way ??= choose().catch((error: unknown) => {
      way = undefined
      throw error
    })
    return way
  }

  async function choose(): Promise<Way> {
    const [cluster] = await sequelize.query<{ Value: string }>(lookAtCluster, { type: QueryTypes.SELECT })
    return cluster?.Value === 'ON' ? leases(sequelize, names) : lockedRows(sequelize)
  }

  /** A plain look, which waits for nobody's turn. */
  async function areThere(): Promise<boolean> {
    if (!(await sequelize.getQueryInterface().tableExists(TURNS))) return false
    return (await model.count()) === names.length
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
      const turn = await (await ways()).wait(name)
      try {
        await work()
      } finally {
        await turn.end()
      }
    },
    /** Throws `Busy` if anybody has the turn at any of `wanted`. */
    take: async (wanted: readonly string[]): Promise<Turn> => (await ways()).take(wanted),
  }
}
