import type { Expense } from '../../api.ts'
import { defuse } from '../../api/csv.ts'

export { defuse, toLine, undefuse } from '../../api/csv.ts'

/** What people look for comes first; amounts are plain numbers, with a sign where they are refunds. */
const columns: Record<string, (expense: Expense) => string> = {
  date: ({ date }) => date,
  category: ({ category }) => defuse(category),
  description: ({ description }) => defuse(description),
  amount: ({ amount }) => amount,
  currency: ({ currency }) => currency,
  deleted: ({ deleted }) => String(deleted),
  id: ({ id }) => id,
  userId: ({ userId }) => userId,
  recordedAt: ({ recordedAt }) => recordedAt,
  changedAt: ({ changedAt }) => changedAt,
  changedBy: ({ changedBy }) => defuse(changedBy?.name ?? ''),
  version: ({ version }) => String(version),
}

export const header = Object.keys(columns)

export function toCells(expense: Expense): string[] {
  return Object.values(columns).map((cellOf) => cellOf(expense))
}
