import type { Spending } from '../../api.ts'
import type { CategoryId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { minorOf } from './exact.ts'

export type CategorySpent = { id: CategoryId; name: string; total: bigint; count: number }

/** Categories that are shown each by itself. */
const TOP = 8

/** What was spent in `currency` by category, the most first. Categories of one name are one, whoever's they are. */
export function byCategory(rows: Spending['rows'], currency: Currency): CategorySpent[] {
  const found = new Map<string, CategorySpent>()
  for (const { categoryId: id, category: name = '', ...row } of rows) {
    if (row.currency !== currency || id === undefined) continue
    const key = name.normalize('NFC').toLowerCase()
    const { total, count, ...known } = found.get(key) ?? { id, name, total: 0n, count: 0 }
    found.set(key, { ...known, total: total + minorOf(row.total, currency), count: count + row.count })
  }
  return [...found.values()].sort((one, other) => compare(other.total, one.total) || one.name.localeCompare(other.name))
}

/** The top few and the rest: a rest of one is none. */
export function topOf<T>(rows: readonly T[]): { top: T[]; rest: T[] } {
  const at = rows.length > TOP + 1 ? TOP : rows.length
  return { top: rows.slice(0, at), rest: rows.slice(at) }
}

/** What part of the whole a row is, or several together; of what is partly given back there are no parts. */
export function shareIn(rows: readonly CategorySpent[]): (row: { total: bigint }) => number | undefined {
  const whole = rows.reduce((sum, { total }) => sum + total, 0n)
  const isWhole = whole > 0n && rows.every(({ total }) => total >= 0n)
  return ({ total }) => (isWhole ? Number(total) / Number(whole) : undefined)
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0
}
