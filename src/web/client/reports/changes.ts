import type { Changes, Expense, Total } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { byCurrency } from './sums.ts'

export type Changed = Changes['items'][number]
export type Part = Changed['events'][number]

/** What is said of an expense, in the order in which it is said; an amount is said with its currency. */
const told = ['description', 'amount', 'date', 'category'] as const
export type Told = (typeof told)[number]

/** Whether the report did not have the expense before, has it no longer, or says something else of it. */
export function kindOf({ was, is }: Pick<Changed, 'was' | 'is'>): 'came' | 'went' | 'changed' {
  return was === null ? 'came' : is === null ? 'went' : 'changed'
}

/** What is different about an expense that is there before and after. */
export function differing(was: Expense, is: Expense): Told[] {
  const isSame: Record<Told, boolean> = {
    description: was.description === is.description,
    amount: was.amount === is.amount && was.currency === is.currency,
    date: was.date === is.date,
    category: was.categoryId === is.categoryId,
  }
  return told.filter((field) => !isSame[field])
}

/** By how much `changed` moved the report, without currencies in which it moved nothing. */
export function differenceOf({ events }: Changed): Total[] {
  return byCurrency(events.flatMap(({ difference }) => difference)).filter(({ count, total }) => {
    return count !== 0 || /[1-9]/.test(total)
  })
}

export type Balance = { currency: Currency; was: string; is: string; difference: string }

/** What the report came to before and after in each currency in which it came to anything. */
export function balances(was: readonly Total[], is: readonly Total[], difference: readonly Total[]): Balance[] {
  const currencies = [...new Set([...was, ...is].map(({ currency }) => currency))]
  return currencies.sort().map((currency) => {
    const of = (totals: readonly Total[]) => totals.find((total) => total.currency === currency)?.total ?? '0'
    return { currency, was: of(was), is: of(is), difference: of(difference) }
  })
}
