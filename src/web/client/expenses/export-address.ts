import type { ExpenseQuery } from '../../api.ts'
import { address } from '../scope/scope.ts'

/** Where the server writes all that `query` matches, in its order, as CSV. */
export function exportAddress({ totals: _totals, limit: _limit, cursor: _cursor, ...query }: ExpenseQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return address('/api/expenses.csv', Object.fromEntries(given))
}
