import * as z from 'zod'
import { ExpenseId } from '../../events/ids.ts'
import type { Select } from '../tables/database.ts'
import { matching, type ExpenseFilter } from './filter.ts'

const Found = z.strictObject({ id: ExpenseId, version: z.int() })

/** At most `limit` of those that match, each user's in the order they were recorded, with the versions that they match in. */
export function findExpenses(select: Select, filter: ExpenseFilter, limit: number) {
  const { sql: where, replacements } = matching(filter)
  const sql = `select e.id, e.version from expenses e where ${where} order by e.user_id, e.position limit :limit`
  return select(Found, sql, { ...replacements, limit })
}
