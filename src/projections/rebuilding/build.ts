import { Transaction } from 'sequelize'
import { bring } from '../following/bring.ts'
import { compareTables } from './compare-tables.ts'
import type { Difference } from '../checking/differences.ts'
import type { Places, Source } from '../tables/parts.ts'
import { openRunner, type Runner } from '../following/runner.ts'
import { WINDOW } from '../following/window.ts'

/** A table that is being built, since when, and where it is compared with the live one: undefined if it cannot be. */
export type Build = { places: Places; runner: Runner; begun: number; compareAt: number | undefined }

/** Events a second so far. */
export function rateOf({ runner, begun }: Build): number {
  return Math.round((runner.standing.value.position / (performance.now() - begun)) * 1_000)
}

/** An empty table beside the live one. Whatever an earlier build has left there goes. */
export async function begin(places: Places, goal: number): Promise<Build> {
  const { projection, live, next } = places
  await next.checkpoint.drop()
  await next.table.drop()
  await next.table.create()
  await next.checkpoint.create(projection.version, goal)
  const runner = openRunner(next)
  await runner.look()
  const { version, position } = await live.checkpoint.read()
  // What another version made of the log is not comparable, nor is what was made of another log.
  const comparable = version === projection.version && position <= goal
  return { places, runner, begun: performance.now(), compareAt: comparable ? position : undefined }
}

/**
 * Where the live table is not what the log says, as of one position. It is held only until both stand there and a snapshot
 * has been taken, and goes on while that is looked at.
 */
export async function compareBuild({ places, runner }: Build): Promise<Difference[]> {
  const { checkpoint } = places.live
  for (;;) {
    // Most of what was appended meanwhile is caught up with before anybody is held up.
    await bring(runner, (await checkpoint.read()).position)
    const snapshot = await places.live.sequelize.transaction({ isolationLevel: SNAPSHOT })
    try {
      if (await meet(places, runner, snapshot)) return await compareTables(places, snapshot)
    } finally {
      await snapshot.rollback()
    }
  }
}

const SNAPSHOT = Transaction.ISOLATION_LEVELS.REPEATABLE_READ

/** Whether `snapshot`, whose first read this is, sees both tables at the same position: the hold may not have lasted. */
async function meet({ live, next }: Places, runner: Runner, snapshot: Transaction): Promise<boolean> {
  await live.checkpoint.hold()
  try {
    await bring(runner, (await live.checkpoint.read()).position)
    const [one, other] = [await next.checkpoint.read(snapshot), await live.checkpoint.read(snapshot)]
    return one.position === other.position
  } finally {
    await live.checkpoint.release()
  }
}

/** Makes the table ready to be read, and brings it near the head. */
export async function complete({ places, runner }: Build, log: Source): Promise<void> {
  await places.next.table.addIndexes()
  for (;;) {
    const { position } = await log.head()
    const near = position - runner.standing.value.position < WINDOW
    await bring(runner, position)
    if (near) return
  }
}
