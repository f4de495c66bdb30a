import type { Category, Spending, Total } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'

/** A category with what its expenses of a period come to; `share` is of the largest, from 0 to 1. */
export type CategoryFigures = { category: Category; count: number; totals: Total[]; share: number }

/** `categories` in their order, with their rows of a spending report. Bars compare what was spent in `currency`. */
export function figuresOf(
  categories: readonly Category[],
  rows: Spending['rows'],
  currency: Currency,
): CategoryFigures[] {
  const largest = Math.max(...rows.filter((row) => row.currency === currency).map(({ total }) => Number(total)), 0)
  return categories.map((category) => {
    const own = rows.filter(({ categoryId }) => categoryId === category.id)
    const totals = own.map(({ currency: code, count, total }) => ({ currency: code, count, total }))
    const inCurrency = Number(own.find((row) => row.currency === currency)?.total ?? 0)
    const count = own.reduce((sum, row) => sum + row.count, 0)
    return { category, count, totals, share: largest > 0 ? Math.max(0, inCurrency / largest) : 0 }
  })
}
