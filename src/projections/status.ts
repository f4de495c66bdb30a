import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import type { EventType } from '../events/event.ts'
import type { Checkpoint } from './tables/checkpoint.ts'
import { select } from './tables/database.ts'
import { typesOf } from './fold.ts'
import type { Places, Source } from './tables/parts.ts'
import type { Runner } from './following/runner.ts'
import type { Standing } from './following/standing.ts'

/** How far a table has come that is being built, and how far it has to go; `rate` is events a second. */
export type Building = { position: number; of: number; rate: number }

export type Status = {
  name: string
  /** Of the table that is read. */
  version: number
  /** Events of the log that it has not looked at, and how many seconds ago the oldest of them was recorded. */
  lag: number
  lagSeconds: number
  /** Events applied to the table since it was begun, all of them up to `appliedAt`; and the types that it cares for. */
  applied: number
  appliedAt: number
  types: readonly EventType[]
  /** Of the table that is being built to replace it, in whatever process. */
  rebuild: Building | null
} & Standing

/** What the database says now of each of `all`. */
export async function statusOf(
  all: readonly (Places & { runner: Runner })[],
  log: Source,
  sequelize: Sequelize,
): Promise<Status[]> {
  const { position: head } = await log.head()
  const found = await Promise.all(
    all.map(async ({ projection, live, next, runner }) => {
      const [checkpoint, building] = await Promise.all([live.checkpoint.read(), next.checkpoint.find()])
      const { version, applied, position: appliedAt } = checkpoint
      const standing = runner.standingOf(checkpoint)
      const about = { name: projection.name, version, ...standing, applied, appliedAt, types: typesOf(projection) }
      const error = standing.error ?? failureOf(building)
      return { ...about, error, lag: Math.max(0, head - standing.position), rebuild: buildingOf(building) }
    }),
  )
  const ages = await agesOf(sequelize, [...new Set(found.map(({ position }) => position + 1))])
  return found.map((status) => ({ ...status, lagSeconds: ages.get(status.position + 1) ?? 0 }))
}

/** Of a table that was left behind there is nothing to tell. */
function buildingOf(checkpoint: Checkpoint | undefined): Building | null {
  if (!checkpoint?.attended) return null
  const { position, goal, rate } = checkpoint
  return { position, of: Math.max(position, goal ?? 0), rate: rate ?? 0 }
}

/** Why the last rebuild came to nothing. */
function failureOf(checkpoint: Checkpoint | undefined): string | null {
  return checkpoint?.state === 'failed' ? `The last rebuild stopped: ${checkpoint.error}` : null
}

const Age = z.strictObject({ position: z.int(), seconds: z.coerce.number() })

/** How many seconds ago, by the database's clock, those of the events at `positions` were recorded that are there. */
async function agesOf(sequelize: Sequelize, positions: readonly number[]): Promise<Map<number, number>> {
  const sql = `select position, timestampdiff(microsecond, recorded_at, utc_timestamp(6)) / 1000000 as seconds
    from events where position in (:positions)`
  const rows = await select(sequelize, Age, sql, { positions })
  // An event may be recorded a moment ahead of the clock.
  return new Map(rows.map(({ position, seconds }) => [position, Math.max(0, seconds)]))
}
