import type { LedgerEvent, Recorded } from '../../events/event.ts'
import type { UserId } from '../../events/ids.ts'
import type { Log } from '../../events/log/log.ts'
import { categories, type CategoryRow } from '../categories.ts'
import { applied, touchesOf } from '../fold.ts'
import type { Projection, Row } from '../projection.ts'
import { users, type UserRow } from '../users.ts'

/** What is read of the log to tell how it once stood. */
export type Source = Pick<Log, 'readAfter' | 'readStreams' | 'readKind' | 'expensesOfBatch'>

/** The rows that `events` make of `projection`, by key: with the very fold that fills its table. */
export function rowsFrom<R extends Row>(
  projection: Projection<R>,
  events: readonly Recorded<LedgerEvent>[],
): Map<string, R> {
  return applied(touchesOf(projection, events), new Map()) as Map<string, R>
}

/** Everybody there was at `position`, deleted users too. */
export async function usersAt(log: Source, position: number): Promise<Map<string, UserRow>> {
  return rowsFrom(users, await log.readKind('user', position))
}

/** All categories there were, or those of one user. */
export async function categoriesAt(log: Source, position: number, userId?: UserId): Promise<Map<string, CategoryRow>> {
  return rowsFrom(categories, await log.readKind('category', position, userId))
}

/** Those whose things are hidden. */
export function hiddenIn(people: ReadonlyMap<string, UserRow>): Set<UserId> {
  return new Set([...people.values()].filter(({ deleted }) => deleted === 1).map(({ id }) => id))
}
