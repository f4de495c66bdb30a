import type { ExpenseId, UserId } from '../../events/ids.ts'
import { within } from './facts.ts'
import type { ChangesQuestion, Source, Watcher } from './question.ts'
import { replay, type Told } from './replay.ts'
import { byDate, openStandings, type Standing } from './standings.ts'

/** What a report has of an expense at two moments: undefined where it is not there, or deleted, hidden, or outside the span. */
export type Changed = { id: ExpenseId; userId: UserId; was: Standing | undefined; is: Standing | undefined }

/** Those expenses of which a report as of `until` may say something else than one as of `since`. */
export async function changedBetween(
  log: Source,
  { span, since, until }: ChangesQuestion,
  watcher: Watcher,
): Promise<Changed[]> {
  const { expenses, hidden, take } = openStandings()
  /** As they were at `since`, of those that something happened to afterwards. */
  const before = new Map<ExpenseId, Standing | undefined>()
  let hiddenBefore: ReadonlySet<UserId> | undefined

  function see(told: Told): void {
    const { event, position } = told
    if (position > since) {
      hiddenBefore ??= new Set(hidden)
      if ('expenseId' in event && !before.has(event.expenseId)) {
        before.set(event.expenseId, expenses.get(event.expenseId))
      }
    }
    take(told)
  }

  for await (const events of replay(log, { userId: span.userId, upTo: until }, watcher)) events.forEach(see)
  const shown = (standing: Standing | undefined, whose: ReadonlySet<UserId>) => {
    const there = standing && !standing.deleted && !whose.has(standing.userId) && within(span, standing)
    return there ? standing : undefined
  }
  return [...expenses.values()]
    .map((now) => ({ now, then: before.has(now.id) ? before.get(now.id) : now }))
    .map(({ now, then }) => ({ now, was: shown(then, hiddenBefore ?? hidden), is: shown(now, hidden) }))
    .filter(({ was, is }) => was !== is)
    .sort((one, other) => byDate(one.is ?? one.was ?? one.now, other.is ?? other.was ?? other.now))
    .map(({ now: { id, userId }, was, is }) => ({ id, userId, was, is }))
}
