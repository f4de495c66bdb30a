import * as z from 'zod'
import { CalendarDate } from '../../events/calendar.ts'
import { ExpenseId, type UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import type { Select } from '../tables/database.ts'

const Likely = z.strictObject({
  id: ExpenseId,
  date: CalendarDate,
  description: z.string(),
  amount: z.int(),
  currency: Currency,
})
const Known = z.strictObject({ id: ExpenseId, deleted: z.int() })

/** Ids that one statement asks for. */
const MOST = 2_000

/** What tells whether rows of a file are in the ledger already: no more than that is read, as it may be all that somebody has. */
export function likelyQueries(select: Select) {
  return {
    /** Those of `userId` from day to day, without deleted ones; in the order they were recorded. `amount` is in minor units. */
    likelyExpenses: (userId: UserId, from: string, to: string) => {
      const sql = `select e.id, e.date, e.description, e.amount, e.currency from expenses e
        where e.user_id = :userId and e.date between :from and :to and e.deleted = 0 order by e.position`
      return select(Likely, sql, { userId, from, to })
    },
    /** Whether those of `ids` that there are, or ever were, are deleted. */
    knownExpenses: async (ids: readonly ExpenseId[]): Promise<Map<ExpenseId, boolean>> => {
      const known = new Map<ExpenseId, boolean>()
      for (let from = 0; from < ids.length; from += MOST) {
        const sql = 'select e.id, e.deleted from expenses e where e.id in (:ids)'
        const found = await select(Known, sql, { ids: ids.slice(from, from + MOST) })
        for (const { id, deleted } of found) known.set(id, deleted === 1)
      }
      return known
    },
  }
}
