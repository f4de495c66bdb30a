import type { LedgerEvent } from '../../src/events/event.ts'
import { CalendarDate } from '../../src/events/calendar.ts'
import { CategoryId, ExpenseId, UserId } from '../../src/events/ids.ts'
import { Currency, Minor } from '../../src/events/money.ts'

// Three people with the same categories and many expenses, so that dates, amounts and words meet. Carla is deleted.

export type Kept = {
  id: ExpenseId
  userId: UserId
  categoryId: CategoryId
  category: string
  description: string
  date: CalendarDate
  amount: Minor
  currency: Currency
  deleted: boolean
  position: number
}

const id = (kind: string, number: number) => `01970000-${kind}-7000-8000-${String(number).padStart(12, '0')}`
export const people = [1, 2, 3].map((number) => UserId.parse(id('0001', number)))
export const [anna, bert, carla] = people as [UserId, UserId, UserId]

export const names = ['Food', '100 % fun', 'A_B', 'Café']
export const categories = people.flatMap((userId, person) =>
  names.map((name, number) => ({ userId, name, categoryId: CategoryId.parse(id('0002', person * 10 + number)) })),
)
export const words = ['Lunch', 'lunch at 50% off', 'a_b', 'a\\b', "it's :limit?", 'CAFÉ', 'ΟΔΟΣ', '🚀 !', 'x']
export const dates = ['2026-01-31', '2026-02-01', '2026-02-02'].map((date) => CalendarDate.parse(date))
export const currencies = ['EUR', 'JPY', 'KWD'].map((code) => Currency.parse(code))
const amounts = [-500, 1, 5, 1000, 1000, 100_000, Number.MAX_SAFE_INTEGER].map((amount) => Minor.parse(amount))

/** The same every time, yet without pattern: `number` scattered over `values`. */
const pick = <T>(values: readonly T[], number: number, salt: number): T =>
  values[((number * 7919 + salt * 104_729) >> 3) % values.length] as T

export const kept: Kept[] = Array.from({ length: 120 }, (_, number) => {
  const category = pick(categories, number, 1)
  return {
    id: ExpenseId.parse(id('0003', number)),
    userId: category.userId,
    categoryId: category.categoryId,
    category: category.name,
    description: pick(words, number, 2),
    date: pick(dates, number, 3),
    amount: pick(amounts, number, 4),
    currency: pick(currencies, number, 5),
    deleted: number % 6 === 1,
    position: people.length + categories.length + number + 1,
  }
})

export const history: LedgerEvent[] = [
  ...people.map((userId, number) => ({
    type: 'UserRegistered' as const,
    userId,
    name: `Person ${number}`,
    email: `person${number}@example.org`,
    role: 'member' as const,
    currency: Currency.parse('EUR'),
  })),
  ...categories.map((category) => ({ type: 'CategoryAdded' as const, ...category, colour: '#3d9068' })),
  ...kept.map(({ id, userId, categoryId, description, date, amount, currency }) => {
    const fields = { categoryId, description, date, amount, currency }
    return { type: 'ExpenseRecorded' as const, expenseId: id, userId, ...fields }
  }),
  ...kept.flatMap(({ id, userId, categoryId, date, amount, currency, deleted }) => {
    const facts = { categoryId, date, amount, currency }
    return deleted ? [{ type: 'ExpenseDeleted' as const, expenseId: id, userId, facts }] : []
  }),
  { type: 'UserDeleted', userId: carla },
]
