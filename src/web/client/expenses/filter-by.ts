import type { Expense } from '../../api.ts'
import { messages } from '../messages.ts'
import { periodOf } from '../scope/period.ts'
import type { Filter } from './filter.ts'

/** A filter that shows what is like an expense in one way: its words in a menu, and what it changes (for `useNarrow`). */
export type FilterBy = { label: string; changed: Partial<Filter> }

/** Characters that can be looked for. */
const LONGEST = 200

/** The ways to look at more like `expense`; its person only where there are several people's to look at. */
export function filtersOf(expense: Expense, { whose }: Pick<Filter, 'whose'>): FilterBy[] {
  const { amount, category, currency, date, description, userId } = expense
  const words = messages.filter
  const ways: FilterBy[] = [
    { label: words.onlyCategory, changed: { category } },
    { label: words.onlyDay, changed: { period: periodOf({ from: date, to: date }) } },
    { label: words.onlyDescription, changed: { q: description.slice(0, LONGEST) } },
    { label: words.onlyAmount, changed: { min: amount, max: amount, currency } },
  ]
  return whose === 'all' ? [...ways, { label: words.onlyPerson, changed: { whose: userId } }] : ways
}
