import { MOST_EXPENSES } from '../events/batch.ts'
import type { Recorded } from '../events/event.ts'
import type { ExpenseEvent } from '../events/expense.ts'
import type { ExpenseId, UserId } from '../events/ids.ts'
import { userStream } from '../events/user.ts'
import { tooMany } from './bulk.ts'
import type { By } from './by.ts'
import { isActive } from './category-commands.ts'
import { decide, type Known } from './expense.ts'
import type { Work } from './handle.ts'
import type { Read } from './read.ts'
import { refusals } from './refusals.ts'
import { Rejected } from './rejected.ts'
import { allows, unshared } from './rights.ts'
import { expenses, fold, users } from './streams.ts'
import { takeBack, type Field } from './take-back.ts'

type TakingBack = {
  /** Leaves out what was changed since, which otherwise refuses all of it. */
  skip: boolean
  /** In whose name it is done. */
  asker: UserId
  by: By
}

/** Takes back what `batch` did to the expenses that `find` says it touched, all or none. What else it brought about stays. */
export function revertBatch(
  batch: string,
  find: () => Promise<readonly ExpenseId[]>,
  { skip, asker, by }: TakingBack,
): Work {
  return async (read) => {
    const ids = await find()
    if (ids.length === 0) throw batchUnknown()
    if (ids.length > MOST_EXPENSES) throw tooMany(ids.length)
    const histories = await read.histories(expenses, ids)
    const changed = refusals()
    const events: ExpenseEvent[] = []
    for (const history of histories) {
      const now = await touched(read, history, by)
      const back = takeBack(now, history, batch)
      if (!(await isActive(read, now.userId))) changed.add(now.id, changedSince('Its user was deleted since'))
      else if ('changed' in back) changed.add(now.id, changedSince(inWords(back.changed)))
      else events.push(...decide(now, { type: 'RevertExpense', was: back.was }))
    }
    if (!skip) changed.settle()
    return { about: userStream(asker), events }
  }
}

/** A batch that touched what whoever asks may not touch is not there for them. */
async function touched(read: Read, history: readonly Recorded<ExpenseEvent>[], by: By): Promise<Known> {
  const { state } = fold(expenses, history)
  if (state.status === 'none') throw batchUnknown()
  const owner = (await read.state(users, state.userId)).state
  const shares = owner.status === 'none' ? unshared : owner.shares
  if (!allows('change', by.standingIn(state.userId, shares))) throw batchUnknown()
  return state
}

export function batchUnknown(): Rejected {
  return new Rejected('BatchUnknown', 'There is no such batch', 'id')
}

function changedSince(message: string): Rejected {
  return new Rejected('ChangedSince', message)
}

/** As people call them. */
const words: Record<Field, string> = {
  categoryId: 'category',
  description: 'description',
  date: 'date',
  amount: 'amount',
  currency: 'currency',
  status: 'deletion',
}

function inWords(fields: readonly Field[]): string {
  return `Changed since: ${fields.map((field) => words[field]).join(', ')}`
}
