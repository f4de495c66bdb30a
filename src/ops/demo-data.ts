import { CalendarDate } from '../events/calendar.ts'
import { Currency } from '../events/money.ts'

type Change = { amount?: string; description?: string }
export type Purchase = {
  category: string
  description: string
  date: CalendarDate
  amount: string
  currency?: Currency
  /** What happened to it after it was recorded. */
  later?: { amended?: Change; deleted?: boolean; restored?: boolean }
}

const currency = (code: string) => Currency.parse(code)

const categories = [
  { name: 'Groceries', colour: '#3d9068' },
  { name: 'Eating out', colour: '#d97f26' },
  { name: 'Transport', colour: '#3b7dd8' },
  { name: 'Home', colour: '#7a8c3a' },
  { name: 'Rent', colour: '#8655c8' },
  { name: 'Health', colour: '#c94f6d' },
  { name: 'Leisure', colour: '#2a9aa6' },
  { name: 'Travel', colour: '#6b7a99' },
]

export const people = [
  { name: 'Ana Novak', email: 'ana@example.com', currency: currency('EUR'), categories },
  { name: 'Ben Okafor', email: 'ben@example.com', currency: currency('GBP'), categories },
  { name: 'Chloé Martin', email: 'chloe@example.com', currency: currency('CHF'), categories },
]

/** What is bought, how often in a month on average, and for about how much. */
const habits: readonly { category: string; monthly: number; from: number; to: number; what: readonly string[] }[] = [
  {
    category: 'Groceries',
    monthly: 11,
    from: 8,
    to: 95,
    what: ['Weekly shop', 'Market', 'Coffee beans', 'Bakery', 'Fruit'],
  },
  {
    category: 'Eating out',
    monthly: 7,
    from: 6,
    to: 58,
    what: ['Lunch with Mara', 'Dinner', 'Coffee', 'Ramen', 'Pizza'],
  },
  {
    category: 'Transport',
    monthly: 5,
    from: 2,
    to: 60,
    what: ['Tram, ten rides', 'Train to Basel', 'Bus', 'Bike repair'],
  },
  {
    category: 'Home',
    monthly: 3,
    from: 9,
    to: 180,
    what: ['Light bulbs', 'Detergent', 'Plants', 'Paint', 'Bed linen'],
  },
  { category: 'Health', monthly: 2, from: 8, to: 140, what: ['Pharmacy', 'Dentist', 'Physiotherapy', 'Glasses'] },
  {
    category: 'Leisure',
    monthly: 4,
    from: 7,
    to: 96,
    what: ['Concert, two tickets', 'Cinema', 'Swimming', 'Books', 'Museum'],
  },
]

/** A year of purchases up to `today`, the same ones for the same `person` and day, oldest first. */
export function purchases(person: number, today: Date): Purchase[] {
  const chance = seeded(person + 1)
  const year: Purchase[] = []
  for (let back = 364; back >= 0; back--) {
    const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - back))
    const date = CalendarDate.parse(day.toISOString().slice(0, 10))
    if (day.getUTCDate() === 1)
      year.push({ category: 'Rent', description: 'Rent', date, amount: `${1180 + person * 90}.00` })
    for (const habit of habits) {
      if (chance() < habit.monthly / 30) year.push({ ...bought(habit, chance), date })
    }
    if (day.getUTCMonth() === 7 && chance() < 0.4) year.push({ ...abroad(chance), date })
  }
  return year
}

function bought(habit: (typeof habits)[number], chance: () => number): Omit<Purchase, 'date'> {
  const { category, from, to, what } = habit
  const amount = (from + (to - from) * chance() ** 2).toFixed(2)
  const description = what[Math.floor(chance() * what.length)] ?? category
  const fate = chance()
  if (fate < 0.015) return { category, description: `Refund: ${description.toLowerCase()}`, amount: `-${amount}` }
  if (fate < 0.06)
    return { category, description, amount, later: { amended: { amount: (Number(amount) + 9).toFixed(2) } } }
  if (fate < 0.08)
    return { category, description, amount, later: { amended: { description: `${description} (shared)` } } }
  if (fate < 0.1) return { category, description, amount, later: { deleted: true } }
  if (fate < 0.11) return { category, description, amount, later: { deleted: true, restored: true } }
  return { category, description, amount }
}

/** Summer holidays are paid for in other money: some with decimals, some without. */
function abroad(chance: () => number): Omit<Purchase, 'date'> {
  if (chance() < 0.5) return { category: 'Travel', description: 'Ryokan', amount: '14500', currency: currency('JPY') }
  return {
    category: 'Travel',
    description: 'Ferry',
    amount: (20 + 60 * chance()).toFixed(2),
    currency: currency('USD'),
  }
}

/** A sequence in [0, 1) that is the same each time (a linear congruential generator is random enough for shopping). */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
