import type { EventType } from '../../events/event.ts'
import type { ExpenseEvent } from '../../events/expense.ts'
import type { UserEvent } from '../../events/user.ts'
import type { UserId } from '../../events/ids.ts'
import type { Source, Watcher } from './question.ts'

/** What counts: what happened to expenses, and what hides and shows all those of a user. */
export type Counted = ExpenseEvent | Extract<UserEvent, { type: 'UserDeleted' | 'UserRestored' }>
export type Told = { position: number; event: Counted }

const types = [
  'ExpenseRecorded',
  'ExpenseAmended',
  'ExpenseDeleted',
  'ExpenseRestored',
  'UserDeleted',
  'UserRestored',
] as const satisfies readonly EventType[]
/** Personal text stays sealed: no sum needs it, and to open it is most of the work. */
const wanted = { types, unsealed: false, columns: ['event'] } as const

/** Events in one answer of the database: some milliseconds of work. */
const PORTION = 1_000
/** Positions that are asked for at once. One user's events lie far apart. */
const WINDOW = { ofAll: PORTION, ofOne: 100 * PORTION }
/** Windows that are read while one is folded. */
const AHEAD = 2

type Portion = readonly Told[]
type Where = { userId?: UserId | undefined; upTo: number }
/** Events after some position up to `where.upTo`; the first portion of them is being read. */
type Window = { first: Promise<Portion>; where: Where }

/** All that counts up to and including position `upTo`, in the order of the log, some at a time. */
export async function* replay(log: Source, all: Where, { onProgress, signal }: Watcher): AsyncGenerator<Portion> {
  for (const { first, where } of windows(log, all)) {
    signal?.throwIfAborted()
    for (let events = await first; events.length > 0; events = await rest(log, events, where)) {
      signal?.throwIfAborted()
      yield events
    }
    onProgress?.({ position: where.upTo, of: all.upTo })
  }
}

function* windows(log: Source, { userId, upTo }: Where): Generator<Window> {
  const width = userId === undefined ? WINDOW.ofAll : WINDOW.ofOne
  const underWay: Window[] = []
  for (let from = 0; from < upTo; from += width) {
    const where = { userId, upTo: Math.min(upTo, from + width) }
    const first = read(log, from, where)
    // If one before it fails, nobody waits for this one any more.
    first.catch(() => undefined)
    underWay.push({ first, where })
    if (underWay.length > AHEAD) yield* underWay.splice(0, 1)
  }
  yield* underWay
}

/** What follows `events` in their window. */
async function rest(log: Source, events: Portion, where: Where): Promise<Portion> {
  const last = events.at(-1)?.position ?? where.upTo
  return events.length < PORTION || last === where.upTo ? [] : read(log, last, where)
}

async function read(log: Source, after: number, { userId, upTo }: Where): Promise<Portion> {
  const filter = { ...wanted, upTo, ...(userId !== undefined && { userId }) }
  return (await log.readAfter(after, PORTION, filter)) as Portion
}
