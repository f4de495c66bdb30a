import type { ExecutionContext } from 'ava'
import type { By } from '../../src/commands/by.ts'
import { recordExpense } from '../../src/commands/expense-commands.ts'
import { known, type Known } from '../../src/commands/expense.ts'
import { openHandle, type Asked, type Done, type Handled, type Work } from '../../src/commands/handle.ts'
import { Rejected, type Reason } from '../../src/commands/rejected.ts'
import { expenses, fold } from '../../src/commands/streams.ts'
import { registerFirstUser, registerUser } from '../../src/commands/user-commands.ts'
import { expenseStream } from '../../src/events/expense.ts'
import { ExpenseId, newId, type UserId } from '../../src/events/ids.ts'
import type { Log } from '../../src/events/log/log.ts'
import type { UserFields } from '../../src/events/user.ts'
import { freshLog } from '../events/log/fresh-log.ts'
import { ana, anaFields, ben, benFields, lunch, metadata, monday } from '../examples.ts'

export const anybody: By = { standingIn: () => 'admin' }
export const only = (user: UserId): By => ({ standingIn: (owner, shares) => (owner === user ? 'owner' : shares[user]) })
export const atVersion = (version: number): By => ({ ...anybody, version })

export const lunchAt = (owner = ana) => {
  return { owner, category: 'Food', description: 'Lunch', date: monday, amount: '12.50' }
}
export const newExpense = (owner = ana): Work =>
  recordExpense({ id: ExpenseId.parse(newId()), ...lunchAt(owner) }, anybody)
export const recordLunch = recordExpense({ id: lunch, ...lunchAt() }, anybody)

/** The expense as the log has it. */
export async function expenseIn(log: Log, id: ExpenseId): Promise<Known> {
  return known(fold(expenses, await log.readStream(expenseStream(id))).state)
}

/** A ledger whose first user is Ana, with Ben as a member, seen through two processes. */
export async function freshLedger(t: ExecutionContext) {
  const { one, other, ...fresh } = await emptyLedger(t)
  await one.ask(registerFirstUser(registration(ana, anaFields)))
  await one.ask(registerUser(registration(ben, benFields)))
  return { ...fresh, one, other }
}

/** A ledger without users, seen through two processes. */
export async function emptyLedger(t: ExecutionContext) {
  const fresh = await freshLog(t)
  return { ...fresh, one: doorTo(fresh.log), other: doorTo(await fresh.another()) }
}

export function registration(userId: UserId, fields: UserFields, before = () => Promise.resolve()) {
  return { userId, fields, before }
}

function doorTo(log: Log) {
  const handle = openHandle(log)
  /** On behalf of Ana unless `asked` says otherwise. */
  const ask = (work: Work, asked: Partial<Asked> = {}): Promise<Handled> => {
    return handle({ actorId: ana, metadata, ...asked }, 200, work)
  }
  return {
    log,
    ask,
    /** What was done. Fails if it was a repetition. */
    async done(work: Work, asked?: Partial<Asked>): Promise<Done> {
      const handled = await ask(work, asked)
      if ('replayed' in handled) throw new Error('This was asked before')
      return handled
    },
    /** Why it was refused, or `undefined` if it was not. */
    async refusal(work: Work, asked?: Partial<Asked>): Promise<Reason | undefined> {
      try {
        await ask(work, asked)
        return undefined
      } catch (error) {
        if (error instanceof Rejected) return error.reason
        throw error
      }
    },
  }
}
