import { CalendarDate } from '../../src/events/calendar.ts'
import { CategoryId, ExpenseId, newId, UserId } from '../../src/events/ids.ts'
import { Currency, Minor } from '../../src/events/money.ts'

export const userId = UserId.parse(newId())
export const categoryId = CategoryId.parse(newId())
export const currency = Currency.parse('EUR')
export const metadata = { correlationId: newId(), origin: 'cli' as const }

const texts = {
  categoryId,
  description: 'Lunch with Mara',
  date: CalendarDate.parse('2026-11-23'),
  amount: Minor.parse(1250),
  currency,
}

/** The one event that every store appends, of a new expense each time. */
export function lunch() {
  return { type: 'ExpenseRecorded' as const, expenseId: ExpenseId.parse(newId()), userId, ...texts }
}
