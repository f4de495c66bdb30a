import { MOST_EXPENSES } from '../events/batch.ts'
import type { CalendarDate } from '../events/calendar.ts'
import type { CategoryEvent } from '../events/category.ts'
import type { ExpenseEvent } from '../events/expense.ts'
import type { ExpenseId, UserId } from '../events/ids.ts'
import type { Currency } from '../events/money.ts'
import { sameName } from '../events/text.ts'
import { userStream } from '../events/user.ts'
import { tooMany } from './bulk.ts'
import { needChange, type By } from './by.ts'
import { categoryClaims } from './claims.ts'
import { findCategory } from './expense-commands.ts'
import { decide, noExpense } from './expense.ts'
import type { Work } from './handle.ts'
import type { Read } from './read.ts'
import { Rejected } from './rejected.ts'
import { expenses, users } from './streams.ts'
import { active } from './user.ts'

/** A row of a file. Its id says which one it is: `again` counts how often it was recorded before, and deleted. */
export type Wanted = {
  idAt: (again: number) => ExpenseId
  category: string
  description: string
  date: CalendarDate
  amount: string
  currency: Currency
}

/** Hears how many of the rows have come how far. What it throws ends the import, of which nothing is recorded then. */
export type Hear = (step: 'looking-up' | 'sealing' | 'storing', rows: number, of: number) => void
type Importing = { owner: UserId; asker: UserId; by: By; hear: Hear }

/** Rows that are looked up at a time. */
const SLICE = 500

/**
 * Records rows of a file in the ledger of `owner`, all or none, but for those that were imported before and are still there: an import
 * that is interrupted and repeated doubles nothing. They are found anew each time that the command is decided.
 */
export function importExpenses(find: () => Promise<readonly Wanted[]>, { owner, asker, by, hear }: Importing): Work {
  return async (read) => {
    const { state } = await read.state(users, owner)
    needChange(owner, state, by)
    if (state.status === 'none') throw new Rejected('InvalidReference', 'There is no such user', 'user')
    active(state)
    const wanted = await find()
    if (wanted.length > MOST_EXPENSES) throw tooMany(wanted.length)
    const missing = await notThere(read, wanted, hear)
    const categoryOf = categoriesByName(read, owner)
    const [events, added] = [new Array<ExpenseEvent>(), new Set<CategoryEvent>()]
    for (const { expenseId, row } of missing) {
      const { idAt: _idAt, category, ...texts } = row
      const found = await categoryOf(category)
      for (const event of found.added) added.add(event)
      const record = {
        type: 'RecordExpense',
        expenseId,
        userId: owner,
        categoryId: found.categoryId,
        ...texts,
      } as const
      events.push(...decide(noExpense, record))
    }
    const all = [...added, ...events]
    return { about: userStream(asker), events: all, ...categoryClaims([...added]), onSealed: hearing(hear, all.length) }
  }
}

/** A new category is sealed as a row is. */
function hearing(hear: Hear, all: number) {
  return (sealed: number) => (sealed < all ? hear('sealing', sealed, all) : hear('storing', 0, all))
}

/** The rows that are not in the ledger, each with an id that nothing has. */
async function notThere(read: Read, wanted: readonly Wanted[], hear: Hear) {
  const missing: { expenseId: ExpenseId; row: Wanted }[] = []
  let open = [...wanted]
  for (let again = 0; open.length > 0; again++) {
    const ids = open.map(({ idAt }) => idAt(again))
    for (let from = 0; from < ids.length; from += SLICE) {
      hear('looking-up', wanted.length - open.length + from, wanted.length)
      await read.histories(expenses, ids.slice(from, from + SLICE))
    }
    const deleted: Wanted[] = []
    for (const row of open) {
      const expenseId = row.idAt(again)
      const { status } = (await read.state(expenses, expenseId)).state
      if (status === 'none') missing.push({ expenseId, row })
      else if (status === 'deleted') deleted.push(row)
    }
    open = deleted
  }
  return missing
}

/** The owner's category of each name; one that is new is the same for all rows that need it. */
function categoriesByName(read: Read, owner: UserId) {
  const found = new Map<string, Awaited<ReturnType<typeof findCategory>>>()
  return async (category: string) => {
    const name = sameName(category)
    const known = found.get(name) ?? (await findCategory(read, owner, { category }))
    found.set(name, known)
    return known
  }
}
