import { categoryNames, type Person } from './people.ts'
import { rareWord } from './story.ts'

/** A list of expenses as somebody asks for it: query parameters. */
export type List = Record<string, string>

const SORTS = ['-date', 'date', '-amount', 'amount', '-recorded', 'recorded']
const dates = { from: '2018-01-01', to: '2019-06-30' }
const amounts = { min: '20', max: '40' }
const words = [{ q: 'lunch' }, { q: rareWord }]

/** Every filter and all of them together, in every order. */
export function listsOf({ userId, categories }: Person): List[] {
  const category = categoryNames[1] ?? ''
  const filters: List[] = [
    {},
    dates,
    amounts,
    ...words,
    { category: categories[1] ?? '' },
    { category },
    { currency: 'USD' },
    { deleted: 'true' },
    { deleted: 'all' },
    { ...dates, ...amounts, q: 'lunch', category, currency: 'EUR' },
  ]
  return inOrders(filters, SORTS).map((list) => ({ user: userId, ...list }))
}

/** Over all users, what an index leads through: everything in any order, a span of what it is sorted by. */
export const indexed: List[] = [
  ...inOrders([{}], SORTS),
  ...inOrders([dates], ['-date', 'date']),
  ...inOrders([amounts], ['-amount', 'amount']),
]

/** Over all users, what all expenses must be gone through for. */
export const throughAll: List[] = [
  ...inOrders(words, ['-date', 'amount']),
  ...[{}, dates, amounts, ...words].map((filter) => ({ ...filter, totals: 'true' })),
]

/** Over all users, the filters that are neither: nothing is asked of them, but nobody should have to guess. */
export const others: List[] = inOrders(
  [{ category: categoryNames[1] ?? '' }, { currency: 'USD' }, { deleted: 'true' }, { deleted: 'all' }],
  ['-date', 'amount'],
)

function inOrders(filters: readonly List[], sorts: readonly string[]): List[] {
  return filters.flatMap((filter) => sorts.map((sort) => ({ ...filter, sort })))
}
