import type { Handle } from '../../../src/commands/handle.ts'
import type { LedgerEvent } from '../../../src/events/event.ts'
import type { ExpenseId, UserId } from '../../../src/events/ids.ts'
import { Unavailable, type Append, type Appended } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import { appendOf } from '../../events/log/appends.ts'
import { lunchAmended, lunchFacts, lunchRecorded } from '../../examples.ts'
import type { Minor } from '../../../src/events/money.ts'
import { sharedExpense, type Ids } from './ids.ts'
import type { Random } from './random.ts'

/** What a caller has at hand. A worker has several callers, each of whom does one thing after the other. */
export type Scene = {
  log: Log
  handle: Handle
  random: Random
  ids: Ids
  /** In whose name the caller appends. */
  me: UserId
  /** Grows with the log, so that workers meet at the same things for a while, and then at others. */
  epoch: () => number
  /** Expenses that were recorded by command. */
  recorded: ExpenseId[]
}

export type Action = (scene: Scene) => Promise<unknown>

/** A new expense; `amount` is its own. */
export function expenseBy({ ids, me }: Scene, expenseId = ids.expense()): LedgerEvent {
  return { ...lunchRecorded, userId: me, expenseId, amount: ids.amount() as Minor }
}

export function amendmentBy({ ids, me }: Scene, expenseId: ExpenseId): LedgerEvent {
  const amount = { from: lunchFacts.amount, to: ids.amount() as Minor }
  return { ...lunchAmended, userId: me, expenseId, changes: { amount } }
}

/** One of a few expenses that everybody amends at this time. */
export function hotExpense({ random, epoch }: Scene): ExpenseId {
  return sharedExpense(epoch() * 100 + random.below(4))
}

/** Appends `events` as one command; like a client that gets no answer, it mostly sends the same again. */
export async function send(
  scene: Scene,
  events: readonly LedgerEvent[],
  rest: Partial<Append> = {},
): Promise<Appended> {
  const append = appendOf(events, { actorId: scene.me, commandId: scene.ids.command(), ...rest })
  return sendAgain(scene, append)
}

export async function sendAgain({ log, random }: Pick<Scene, 'log' | 'random'>, append: Append): Promise<Appended> {
  for (;;) {
    try {
      return await log.append(append)
    } catch (error) {
      if (!(error instanceof Unavailable) || random.chance(0.2)) throw error
    }
  }
}
