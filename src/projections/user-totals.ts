import * as z from 'zod'
import { newest } from '../events/changes.ts'
import type { UserId } from '../events/ids.ts'
import { Currency, type Money } from '../events/money.ts'
import { count, id, required, Sum, word } from './tables/columns.ts'
import type { Select } from './tables/database.ts'
import type { Projection, Touch } from './projection.ts'

/** `total` is in minor units, as text: no number holds every sum. */
type UserTotalRow = { userId: UserId; currency: Currency; count: number; total: string }

/** What each user has spent per currency. Deleted expenses are in neither `count` nor `total`. */
export const userTotals: Projection<UserTotalRow> = {
  name: 'user_totals',
  version: 1,
  columns: {
    userId: { ...id, primaryKey: true },
    currency: { ...word(3), primaryKey: true },
    count,
    total: required('DECIMAL(38,0)'),
  },
  indexes: [],
  unsealed: false,
  rest: 250,
  keyOf: ({ userId, currency }) => `${userId} ${currency}`,
  where: (keys) => ({ userId: [...new Set(keys.map((key) => key.slice(0, key.indexOf(' '))))] }),
  on: {
    ExpenseRecorded: ({ event }) => [shift(event.userId, event, 1)],
    ExpenseAmended: ({ event: { userId, facts, changes } }) => [
      shift(userId, facts, -1),
      shift(userId, { ...facts, ...newest(changes) }, 1),
    ],
    ExpenseDeleted: ({ event }) => [shift(event.userId, event.facts, -1)],
    ExpenseRestored: ({ event }) => [shift(event.userId, event.facts, 1)],
  },
}

function shift(userId: UserId, { amount, currency }: Money, by: 1 | -1): Touch<UserTotalRow> {
  return {
    key: `${userId} ${currency}`,
    begins: false,
    next: (before) => ({
      userId,
      currency,
      count: (before?.count ?? 0) + by,
      total: String(BigInt(before?.total ?? 0) + BigInt(by * amount)),
    }),
  }
}

const UserTotal = z.strictObject({ currency: Currency, count: z.int(), total: Sum })
export type UserTotal = z.infer<typeof UserTotal>

export type TotalsQueries = ReturnType<typeof totalsQueries>

export function totalsQueries(select: Select) {
  return {
    /** By currency; none of a user who is deleted. */
    totalsOfUser(userId: UserId): Promise<UserTotal[]> {
      const sql = `select currency, count, total from user_totals
        where user_id = :userId and count > 0 and user_id not in (select id from users where deleted = 1)
        order by currency`
      return select(UserTotal, sql, { userId })
    },
  }
}
