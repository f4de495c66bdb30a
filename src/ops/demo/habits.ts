import { Currency } from '../../events/money.ts'
import { oneOf, type Chance } from './chance.ts'

/** What was bought: in the currency of whoever bought it, unless another is said. */
export type Bought = { category: string; description: string; amount: string; currency?: Currency }

export const categories = [
  { name: 'Groceries', colour: '#3d9068' },
  { name: 'Eating out', colour: '#d97f26' },
  { name: 'Transport', colour: '#3b7dd8' },
  { name: 'Home', colour: '#7a8c3a' },
  { name: 'Rent', colour: '#8655c8' },
  { name: 'Health', colour: '#c94f6d' },
  { name: 'Leisure', colour: '#2a9aa6' },
  { name: 'Travel', colour: '#6b7a99' },
]

type Habit = { category: string; monthly: number; from: number; to: number; what: readonly [string, ...string[]] }

/** What is bought, how often in a month on average, and for about how much. */
const habits: readonly Habit[] = [
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

/** How many purchases somebody makes in a month, the rent not counted. */
export const MONTHLY = habits.reduce((sum, { monthly }) => sum + monthly, 0)

const [JPY, USD] = [Currency.parse('JPY'), Currency.parse('USD')]

/** Something that is bought on any day. Mostly it costs little. */
export function everyday(chance: Chance): Bought {
  let left = chance() * MONTHLY
  const habit = habits.find(({ monthly }) => (left -= monthly) < 0) ?? oneOf([habits[0] as Habit], chance)
  const { category, from, to, what } = habit
  return { category, description: oneOf(what, chance), amount: (from + (to - from) * chance() ** 2).toFixed(2) }
}

export function rent(chance: Chance): Bought {
  return { category: 'Rent', description: 'Rent', amount: `${1_100 + 10 * Math.floor(40 * chance())}.00` }
}

/** Holidays are paid for in other money: some with decimals, some without. */
export function abroad(chance: Chance): Bought {
  if (chance() < 0.5) return { category: 'Travel', description: 'Ryokan', amount: '14500', currency: JPY }
  return { category: 'Travel', description: 'Ferry', amount: (20 + 60 * chance()).toFixed(2), currency: USD }
}
