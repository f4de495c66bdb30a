import { CalendarDate } from '../../src/events/calendar.ts'
import type { ExpenseEvent } from '../../src/events/expense.ts'
import { ExpenseId, newId } from '../../src/events/ids.ts'
import { Currency, Minor } from '../../src/events/money.ts'
import type { Person } from './people.ts'

type Recorded = Extract<ExpenseEvent, { type: 'ExpenseRecorded' }>

const whats = ['Lunch', 'Weekly shop', 'Coffee', 'Train', 'Books', 'Pharmacy', 'Cinema', 'Plants', 'Bakery', 'Ramen']
const wheres = ['Basel', 'Zürich', 'the corner', 'the market', 'the station', 'home']
/** One expense in so many has a word that few have. */
const RARE = 2_000
export const rareWord = 'zebra'

/** The expense with this `number`: the same each time but for its ids, without any visible pattern. */
export function recording({ userId, categories }: Person, number: number): Recorded {
  const of = <T>(values: readonly T[], salt: number) => values[scattered(number, salt, values.length)] as T
  const day = new Date(Date.UTC(2010, 0, 1 + scattered(number, 1, 16 * 365)))
  const words = `${of(whats, 2)} at ${of(wheres, 3)} ${scattered(number, 6, 1_000)}`
  return {
    type: 'ExpenseRecorded',
    expenseId: ExpenseId.parse(newId()),
    userId,
    categoryId: of(categories, 4),
    description: scattered(number, 7, RARE) === 0 ? `${words}, ${rareWord}` : words,
    date: CalendarDate.parse(day.toISOString().slice(0, 10)),
    amount: Minor.parse(1 + scattered(number, 5, 20_000)),
    currency: Currency.parse(scattered(number, 8, 10) === 0 ? 'USD' : 'EUR'),
  }
}

/** What becomes of every six expenses: three are amended, one is deleted. */
export function laterOf(expenses: readonly Recorded[]): ExpenseEvent[] {
  return expenses.flatMap(({ expenseId, userId, categoryId, date, amount, currency }, index): ExpenseEvent[] => {
    const ids = { expenseId, userId, facts: { categoryId, date, amount, currency } }
    const changes = { amount: { from: amount, to: Minor.parse(amount + 100) } }
    if (index % 2 === 0) return [{ type: 'ExpenseAmended', ...ids, changes }]
    return index % 6 === 1 ? [{ type: 'ExpenseDeleted', ...ids }] : []
  })
}

/** `number` scattered over 0 … `below`, another way for each `salt` (a multiplicative hash is random enough for shopping). */
function scattered(number: number, salt: number, below: number): number {
  const mixed = Math.imul(number + salt * 7_919, 2_654_435_761)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below
}
