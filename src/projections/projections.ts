import { merge, type Subscription } from 'rxjs'
import type { UserId } from '../events/ids.ts'
import type { Log } from '../events/log/log.ts'
import { activity } from './activity/projection.ts'
import { activityQueries } from './activity/queries.ts'
import { ledgerAsOf } from './as-of/as-of.ts'
import { openAside, type Rebuilding } from './rebuilding/aside.ts'
import { categories } from './categories.ts'
import { compare } from './checking/compare.ts'
import { connectionsOf } from './tables/connections.ts'
import { openSequelize, selectOn } from './tables/database.ts'
import type { Difference } from './checking/differences.ts'
import { likelyQueries } from './expenses/likely.ts'
import { expenses } from './expenses/projection.ts'
import { follow } from './following/follow.ts'
import { forgetIn } from './rebuilding/forget.ts'
import { compareHead } from './checking/compare-head.ts'
import type { Ledger } from './ledger.ts'
import { ledgerOn, readNow, slowestOf, type Found } from './now.ts'
import { openNewest } from './following/newest.ts'
import { tableNamesOf } from './tables/places.ts'
import { prepare } from './prepare.ts'
import { placesOf, type Source } from './tables/parts.ts'
import type { Projection } from './projection.ts'
import { reached } from './following/reached.ts'
import { rebuild, type RebuildOptions } from './rebuilding/rebuild.ts'
import { openRename } from './rebuilding/rename.ts'
import { openReports } from './reports/aside.ts'
import { openRunner, type Activity } from './following/runner.ts'
import { shareQueries, shares } from './shares.ts'
import { statusOf, type Status } from './status.ts'
import { swapBack } from './rebuilding/swap.ts'
import { LEASES } from './rebuilding/leases.ts'
import { TURNS } from './rebuilding/turn.ts'
import { openTurns } from './rebuilding/turns.ts'
import { upgrade } from './rebuilding/upgrade.ts'
import { userTotals } from './user-totals.ts'
import { users } from './users.ts'

export { NotReached } from './following/reached.ts'
export type { Outcome } from './rebuilding/aside.ts'
export { Stopped } from './following/bring.ts'
export { NothingKept } from './rebuilding/swap.ts'
export { Busy } from './rebuilding/turn.ts'
export type { Difference } from './checking/differences.ts'
export type { Compared, Progress } from './rebuilding/fill.ts'
export type { RebuildOptions } from './rebuilding/rebuild.ts'
export type { Progress as ReplayProgress, Question, Span } from './reports/question.ts'
export type { Activity } from './following/runner.ts'
export type { Status } from './status.ts'
export type { ActivityFilter } from './activity/queries.ts'
export type { CategoryItem, CategoryKey } from './categories.ts'
export type { ExpenseFilter } from './expenses/filter.ts'
export type { ExpenseItem } from './expenses/item.ts'
export type { ExpenseTotal } from './expenses/queries.ts'
export type { ExpenseKey, ExpenseSort } from './expenses/sort.ts'
export type { Ledger } from './ledger.ts'
export type { Found } from './now.ts'
export type { ShareItem, SharedLedgerItem } from './shares.ts'
export type { UserTotal } from './user-totals.ts'
export type { UserItem } from './users.ts'

const all = { users, shares, categories, expenses, user_totals: userTotals, activity }
export type ProjectionName = keyof typeof all
export const projectionNames = Object.keys(all) as ProjectionName[]

/** Every table that the projections make, also while one is rebuilt. */
export const tableNames = [TURNS, LEASES, ...projectionNames.flatMap(tableNamesOf)]

type Options = {
  /** Of the database that the log is in; its user may create, rename and drop the tables of the projections. */
  url: string
  log: Source & Pick<Log, 'appended'>
  /** Told of each projection that stops at an event. */
  onError?: (error: Error) => void
  /** Told of each fault that ended the thread for reports. */
  onReportsEnded?: (error: Error) => void
}

export type Projections = Awaited<ReturnType<typeof openProjections>>

/** The projections: their tables are made if need be, and filled by whoever follows. */
export async function openProjections({ url, log, onError = () => undefined, onReportsEnded }: Options) {
  const sequelize = openSequelize(url)
  const turns = openTurns(sequelize, projectionNames)
  const tools = { log, turns, rename: openRename(url) }
  const aside = openAside(url)
  const reports = openReports(url, onReportsEnded)
  const readNewest = openNewest(log, Object.values(all))
  const parts = projectionNames.map((name) => {
    const projection: Projection = all[name]
    const places = placesOf(projection, sequelize, log)
    return { name, ...places, runner: openRunner(places.live, readNewest(projection)) }
  })
  const followers = new Set<Subscription>()
  const partsOf = (names: readonly ProjectionName[]) => parts.filter(({ name }) => names.includes(name))

  /** Applies what is appended, as it is appended, until it is unsubscribed from. */
  function followAll(): Subscription {
    const following = merge(
      log.appended,
      ...parts.map(({ runner }) => follow(runner, log.appended, onError)),
      ...parts.map((places) => upgrade(places, aside, onError)),
    ).subscribe()
    followers.add(following)
    following.add(() => followers.delete(following))
    return following
  }

  /** Compares every projection, as of its own position, with a replay of the log; and the log with its head. */
  async function check(): Promise<{ ok: boolean; differences: Difference[] }> {
    const differences = await compareHead(sequelize)
    for (const { live } of parts) differences.push(...(await compare(live)))
    return { ok: differences.length === 0, differences }
  }

  async function close(): Promise<void> {
    for (const following of followers) following.unsubscribe()
    await aside.close()
    await reports.close()
    await Promise.all(parts.map(({ runner }) => runner.idle()))
    await sequelize.close()
  }

  try {
    await prepare(
      parts.map(({ live }) => live),
      turns,
      sequelize,
    )
    await Promise.all(parts.map(({ runner }) => runner.look()))
  } catch (error) {
    await sequelize.close()
    throw error
  }

  return {
    ...ledgerOn(selectOn(sequelize)),
    ...shareQueries(selectOn(sequelize)),
    ...likelyQueries(selectOn(sequelize)),
    ...activityQueries(sequelize),
    follow: followAll,
    /** Resolves once `names` have applied the log up to `position`; `NotReached` after `patience` milliseconds. */
    reached: (position: number, names: readonly ProjectionName[], patience: number): Promise<void> => {
      const runners = partsOf(names).map(({ runner }) => runner)
      return reached(runners, position, patience, followers.size > 0)
    },
    /** Makes one projection anew from the log, or all of them. Throws `Busy`, `Stopped`. */
    rebuild: (name?: ProjectionName, options: RebuildOptions = {}): Promise<void> =>
      rebuild(partsOf(name ? [name] : projectionNames), tools, options),
    /** The same for one, in a thread of its own. */
    rebuildAside: (name: ProjectionName): Rebuilding => aside.rebuild(name),
    /** Puts back the table that the last rebuild replaced and kept. */
    rebuildBack: async (name: ProjectionName): Promise<void> => {
      for (const places of partsOf([name])) await swapBack(places, tools)
    },
    /** Goes over the tables themselves, for those that do not come to the event. Comes before the key goes, and after. */
    forget: async (userId: UserId): Promise<void> => {
      for (const places of parts) if (places.projection.erased) await forgetIn(places, userId)
    },
    /** Replayed from the log, not read from any projection. */
    report: reports.answer,
    /** What `read` finds in the tables of `names`, all as of one moment, and of which position that is. */
    now: <T>(names: readonly ProjectionName[], read: (ledger: Ledger) => Promise<T>): Promise<Found<T>> =>
      readNow(sequelize, partsOf(names), read),
    /** A position that the tables of `names` have come to, if not further. */
    slowest: (names: readonly ProjectionName[]): number => slowestOf(partsOf(names)),
    /** The ledger as it was at `position`, which the log has reached: replayed, too. */
    asOf: (position: number): Ledger => ledgerAsOf(reports.ask, position),
    check,
    /** What the database says now. */
    status: (): Promise<Status[]> => statusOf(parts, log, sequelize),
    /** What this process has done since its start. */
    activity: () =>
      parts.map(({ name, runner }): Activity & { name: ProjectionName } => ({ name, ...runner.activity })),
    /** Connections that somebody works on, those that wait for work, and those who wait for one. */
    connections: () => connectionsOf(sequelize),
    close,
  }
}
