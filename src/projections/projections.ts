import { merge, type Subscription } from 'rxjs'
import type { Log } from '../events/log/log.ts'
import { categories, categoryQueries } from './categories.ts'
import { compare } from './compare.ts'
import { openCheckpoints } from './checkpoints.ts'
import { openSequelize } from './database.ts'
import type { Difference } from './differences.ts'
import { expenses } from './expenses/projection.ts'
import { expenseQueries } from './expenses/queries.ts'
import { follow } from './follow.ts'
import { compareHead } from './compare-head.ts'
import { prepare } from './prepare.ts'
import type { Projection } from './projection.ts'
import { reached } from './reached.ts'
import { rebuild, type Progress } from './rebuild.ts'
import { openRunner, type Standing } from './runner.ts'
import { openTable } from './table.ts'
import { totalsQueries, userTotals } from './user-totals.ts'
import { userQueries, users } from './users.ts'

export { NotReached } from './reached.ts'
export type { Difference } from './differences.ts'
export type { Progress } from './rebuild.ts'
export type { CategoryItem, CategoryKey } from './categories.ts'
export type { ExpenseFilter } from './expenses/filter.ts'
export type { ExpenseItem, ExpenseTotal } from './expenses/queries.ts'
export type { ExpenseKey, ExpenseSort } from './expenses/sort.ts'
export type { UserTotal } from './user-totals.ts'
export type { UserItem } from './users.ts'

const all = { users, categories, expenses, user_totals: userTotals }
export type ProjectionName = keyof typeof all
export const projectionNames = Object.keys(all) as ProjectionName[]

/** `lag` is how many events of the log it has not looked at. */
export type Status = { name: ProjectionName; version: number; lag: number } & Standing

type Options = {
  /** Of the database that the log is in; its user may create and drop the tables of the projections. */
  url: string
  log: Pick<Log, 'readAfter' | 'head' | 'appended'>
  /** Told of each projection that stops at an event. */
  onError?: (error: Error) => void
}

export type Projections = Awaited<ReturnType<typeof openProjections>>

/** The projections: their tables are made if need be, and filled by whoever follows. */
export async function openProjections({ url, log, onError = () => undefined }: Options) {
  const sequelize = openSequelize(url)
  const checkpoints = openCheckpoints(sequelize)
  const parts = projectionNames.map((name) => {
    const projection: Projection = all[name]
    const own = { projection, table: openTable(sequelize, projection), checkpoints, sequelize, log }
    return { name, ...own, runner: openRunner(own) }
  })
  const followers = new Set<Subscription>()
  const runnersOf = (names: readonly ProjectionName[]) => {
    return parts.filter(({ name }) => names.includes(name)).map(({ runner }) => runner)
  }

  /** Applies what is appended, as it is appended, until it is unsubscribed from. */
  function followAll(): Subscription {
    const following = merge(
      log.appended,
      ...parts.map(({ runner }) => follow(runner, log.appended, onError)),
    ).subscribe()
    followers.add(following)
    following.add(() => followers.delete(following))
    return following
  }

  /** What the database says now. */
  async function status(): Promise<Status[]> {
    const [rows, head] = await Promise.all([checkpoints.all(), log.head()])
    return parts.flatMap(({ name, projection: { version }, runner }) => {
      const row = rows.find((one) => one.name === name)
      if (!row) return []
      const standing = runner.standingAt(row)
      return [{ name, version, ...standing, lag: Math.max(0, head.position - standing.position) }]
    })
  }

  /** Makes one projection anew from the log, or all of them. Rejects if one fails at an event. */
  async function rebuildFromLog(name?: ProjectionName, onProgress: (progress: Progress) => void = () => undefined) {
    await rebuild(runnersOf(name ? [name] : projectionNames), log, onProgress)
  }

  /** Compares every projection, as of its own position, with a replay of the log; and the log with its head. */
  async function check(): Promise<{ ok: boolean; differences: Difference[] }> {
    const differences = await compareHead(sequelize)
    for (const part of parts) differences.push(...(await compare(part)))
    return { ok: differences.length === 0, differences }
  }

  async function close(): Promise<void> {
    for (const following of followers) following.unsubscribe()
    await Promise.all(parts.map(({ runner }) => runner.idle()))
    await sequelize.close()
  }

  try {
    await prepare(checkpoints, parts)
    await Promise.all(parts.map(({ runner }) => runner.look()))
  } catch (error) {
    await sequelize.close()
    throw error
  }

  return {
    ...userQueries(sequelize),
    ...totalsQueries(sequelize),
    ...categoryQueries(sequelize),
    ...expenseQueries(sequelize),
    follow: followAll,
    /** Resolves once `names` have applied the log up to `position`; `NotReached` after `patience` milliseconds. */
    reached: (position: number, names: readonly ProjectionName[], patience: number): Promise<void> =>
      reached(runnersOf(names), position, patience, followers.size > 0),
    rebuild: rebuildFromLog,
    check,
    status,
    close,
  }
}
