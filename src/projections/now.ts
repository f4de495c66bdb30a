import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { categoryQueries } from './categories.ts'
import { expenseQueries } from './expenses/queries.ts'
import { typesOf } from './fold.ts'
import type { Runner } from './following/runner.ts'
import type { Ledger } from './ledger.ts'
import type { Projection } from './projection.ts'
import { inSnapshot, type Select } from './tables/database.ts'
import { checkpointAt } from './tables/places.ts'
import { totalsQueries } from './user-totals.ts'
import { userQueries } from './users.ts'

/** What was found, and the position that all of the projections it was found in had come to. */
export type Found<T> = { position: number; found: T }

type Used = { projection: Projection; runner: Runner }

const Missed = z.strictObject({ position: z.int() })

/** The ledger as its tables have it. */
export function ledgerOn(select: Select) {
  return { ...userQueries(select), ...totalsQueries(select), ...categoryQueries(select), ...expenseQueries(select) }
}

/** What `read` finds in the tables of `used`, all as of one moment. */
export function readNow<T>(
  sequelize: Sequelize,
  used: readonly Used[],
  read: (ledger: Ledger) => Promise<T>,
): Promise<Found<T>> {
  const known = standingOf(used)
  return inSnapshot(sequelize, async (select) => {
    const position = await positionOf(used, known, select)
    return { position, found: await read(ledgerOn(select)) }
  })
}

/** The position of the slowest, as this process knows it: they may have come further. */
export function slowestOf(used: readonly Used[]): number {
  return Math.min(...standingOf(used))
}

function standingOf(used: readonly Used[]): number[] {
  return used.map(({ runner }) => runner.standing.value.position)
}

/**
 * Tables stand where their checkpoints are, or further on as long as nothing happens that they care for: so all of them may stand
 * where the first does. If they do not, it is where the slowest does.
 */
async function positionOf(used: readonly Used[], known: readonly number[], select: Select): Promise<number> {
  const columns = used.map(({ projection: { name } }) => `(select position from ${checkpointAt('', name)}) as ${name}`)
  const [saved] = await select(z.record(z.string(), z.int()), `select ${columns.join(', ')}`)
  const positions = used.map(({ projection: { name } }, index) => Math.max(saved?.[name] ?? 0, known[index] ?? 0))
  const [slowest, newest] = [Math.min(...positions), Math.max(...positions)]
  if (slowest === newest) return newest
  const behind = used.filter((_, index) => positions[index] !== newest)
  const types = [...new Set(behind.flatMap(({ projection }) => typesOf(projection)))]
  const [missed] = await select(
    Missed,
    'select position from events where position > :slowest and position <= :newest and type in (:types) order by position limit 1',
    { slowest, newest, types },
  )
  return missed ? missed.position - 1 : newest
}
