import type { Statement, Total } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { byCode, byCurrency } from './sums.ts'

export type Item = Statement['items'][number]
type Sum = { currency: Currency; total: string }

/** Expenses that are drawn at a time. */
export const PIECE = 100

/** A month of a statement: what was spent in it, and what it all came to by its end. */
export type Month = { month: string; items: Item[]; totals: Total[]; closing: Sum[] }

/** `items`, which are in the order of their dates, by month. */
export function monthsOf(items: readonly Item[]): Month[] {
  const closing = new Map<Currency, string>()
  return [...Map.groupBy(items, ({ date }) => date.slice(0, 7))].map(([month, own]) => {
    for (const { currency, running } of own) closing.set(currency, running)
    const sums = [...closing].map(([currency, total]) => ({ currency, total })).sort(byCode)
    return { month, items: own, totals: byCurrency(own.map(asTotal)), closing: sums }
  })
}

/** `items` in pieces that are drawn at a time. */
export function piecesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}

function asTotal({ amount, currency }: Item): Total {
  return { currency, count: 1, total: amount }
}
