import type { Expense, Total } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { toMajor, toMinor } from '../../../events/units.ts'

type Sum = Pick<Total, 'currency' | 'total'>
/** Expenses of one day that stand together, from the one at `at`. The first part of a day says what all of it comes to. */
export type DayPart = { at: number; date: string; begins: boolean; expenses: Expense[]; totals: Sum[] }

/**
 * The expenses from the one at `from` up to the one at `to`, by day, of a list that is sorted by date. Deleted ones are shown and
 * not counted. What the last day comes to is not known until all of it is loaded: until nothing follows the list.
 */
export function dayParts(list: readonly Expense[], from: number, to: number, isAll: boolean): DayPart[] {
  const parts: DayPart[] = []
  for (const [index, expense] of list.slice(from, to).entries()) {
    const { date } = expense
    const part = parts.at(-1)
    if (part?.date === date) part.expenses.push(expense)
    else parts.push({ ...beginning(list, from + index, isAll), date, expenses: [expense] })
  }
  return parts
}

function beginning(list: readonly Expense[], at: number, isAll: boolean): Pick<DayPart, 'at' | 'begins' | 'totals'> {
  const begins = list[at - 1]?.date !== list[at]?.date
  return { at, begins, totals: begins ? totalsOf(wholeDay(list, at, isAll)) : [] }
}

/** What counts of the day that begins at `from`; nothing of one that may go on. */
function wholeDay(list: readonly Expense[], from: number, isAll: boolean): Expense[] {
  let end = from
  while (list[end] && list[end]?.date === list[from]?.date) end += 1
  const goesOn = end === list.length && !isAll
  return goesOn ? [] : list.slice(from, end).filter(({ deleted }) => !deleted)
}

/** `totals` with the currency that `me` mostly uses first. */
export function ownFirst<T extends { currency: Currency }>(totals: readonly T[], me: { currency: Currency }): T[] {
  return totals.toSorted((one, other) => Number(other.currency === me.currency) - Number(one.currency === me.currency))
}

/** What `expenses` come to, in each of their currencies. */
export function totalsOf(expenses: Iterable<Pick<Expense, 'amount' | 'currency'>>): Sum[] {
  const sums = new Map<Currency, bigint>()
  for (const { amount, currency } of expenses) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(toMinor(amount, currency)))
  }
  return [...sums].map(([currency, minor]) => ({ currency, total: toMajor(minor, currency) }))
}
