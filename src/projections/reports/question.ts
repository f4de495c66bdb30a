import type { CalendarDate, Instant } from '../../events/calendar.ts'
import type { UserId } from '../../events/ids.ts'
import type { Log } from '../../events/log/log.ts'

/** What reports read. */
export type Source = Pick<Log, 'readAfter' | 'readStreams'>

/** Which expenses: one user's or, without a `userId`, everybody's; *spent on* a date from `from` to `to`, both inclusive. */
export type Span = {
  userId?: UserId | undefined
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
}
/** What the rows of `spending` are told apart by, beside their currency. */
export type Group = { month: boolean; category: boolean }

/** `asOf`, `since` and `until` are positions: what had been *recorded* up to there, inclusive. `since` is not after `until`. */
export type SpendingQuestion = { report: 'spending'; span: Span; group: Group; asOf: number }
export type StatementQuestion = { report: 'statement'; span: Span; asOf: number }
export type ChangesQuestion = { report: 'changes'; span: Span; since: number; until: number }
export type Question = SpendingQuestion | StatementQuestion | ChangesQuestion

/** A place in the log, and when that event was recorded; null at position 0, before the first one. */
export type Moment = { position: number; recordedAt: Instant | null }

/** Whoever waits for a long replay. */
export type Watcher = {
  /** Told how far the log has been read. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** Ends the replay, by what its reason is. */
  signal?: AbortSignal | undefined
}
export type Progress = { position: number; of: number }

/**
 * What a report says: some members, a list as long as it may be, and what is known at the end of it. `closing` may be
 * asked once the list is read.
 */
export type Report<Opening = object, Item = object, Closing = object> = {
  opening: Opening
  list: 'rows' | 'items'
  portions: AsyncIterable<readonly Item[]>
  closing: () => Closing
}

/** The moment of `position`, which the log has reached. */
export async function momentAt(log: Source, position: number): Promise<Moment> {
  const filter = { upTo: position, columns: ['recordedAt'], unsealed: false } as const
  const [event] = position === 0 ? [] : await log.readAfter(position - 1, 1, filter)
  return { position, recordedAt: event?.recordedAt ?? null }
}
