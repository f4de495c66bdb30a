import type { Expense } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { toMajor, toMinor } from '../../../events/units.ts'

export type Day = { date: string; expenses: Expense[]; totals: { currency: Currency; total: string }[] }

/** `expenses`, which are sorted by date, as days with a total per currency. Deleted ones are shown and not counted. */
export function byDay(expenses: readonly Expense[]): Day[] {
  const days: Day[] = []
  for (const expense of expenses) {
    const day = days.at(-1)
    if (day?.date === expense.date) day.expenses.push(expense)
    else days.push({ date: expense.date, expenses: [expense], totals: [] })
  }
  for (const day of days) day.totals = totalsOf(day.expenses.filter(({ deleted }) => !deleted))
  return days
}

/** `totals` with the currency that `me` mostly uses first. */
export function ownFirst<T extends { currency: Currency }>(totals: readonly T[], me: { currency: Currency }): T[] {
  return totals.toSorted((one, other) => Number(other.currency === me.currency) - Number(one.currency === me.currency))
}

/** What `expenses` come to, in each of their currencies. */
export function totalsOf(expenses: Iterable<Pick<Expense, 'amount' | 'currency'>>): Day['totals'] {
  const sums = new Map<Currency, bigint>()
  for (const { amount, currency } of expenses) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(toMinor(amount, currency)))
  }
  return [...sums].map(([currency, minor]) => ({ currency, total: toMajor(minor, currency) }))
}
