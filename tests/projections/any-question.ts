import fc from 'fast-check'
import type { CategoryKey, ExpenseFilter, ExpenseKey, ExpenseSort, Ledger } from '../../src/projections/projections.ts'
import { monday, tuesday } from '../examples.ts'
import type { Books } from './books.ts'

/** Rarely something: what every filter must let through is soon nothing. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) => {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight, arbitrary })
}
const which = fc.nat(9)
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

const filters = {
  who: maybe(which),
  from: maybe(fc.constantFrom(monday, tuesday)),
  to: maybe(fc.constantFrom(monday, tuesday)),
  category: maybe(fc.oneof(which, fc.constantFrom('food', ' ö ö', 'FUN', 'ß', 'ẞ', 'none'))),
  q: maybe(fc.constantFrom('LUNCH', 'Œuvre', '🚀', '%', '_', '\\', 'x', 'foo', 'ö', 'ß', ''), 3),
  min: maybe(fc.constantFrom('0', '-0.03', '0.001', '12.5', '1250')),
  max: maybe(fc.constantFrom('0.01', '1', '12.50', '90071992547409.91', '9007199254740991')),
  currency: maybe(fc.constantFrom('EUR', 'JPY', 'KWD')),
  batch: maybe(which),
  deleted: fc.constantFrom('false', 'true', 'all'),
}

/** Everything that can be asked of a ledger, with a filter for its lists. */
export const anyQuestion = fc.record({
  ...filters,
  sort: fc.constantFrom<ExpenseSort>('date', '-date', 'amount', '-amount', 'recorded', '-recorded'),
  limit: fc.integer({ min: 1, max: 5 }),
  archived: maybe(fc.boolean()),
})
type Question = typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never

/** Books whose events come in batches. */
type InBatches = Books & { batches: readonly string[] }

/** What `ledger` answers about all that is in `books`, as text. */
export async function answerOf(ledger: Ledger, books: InBatches, question: Question): Promise<string> {
  const { sort, limit, archived } = question
  const [{ people, categories, expenses }, filter] = [books, filterIn(books, question)]
  const { userId } = filter
  const exported = []
  for await (const items of ledger.everyExpense(filter, sort)) exported.push(...items)
  const answers = {
    pages: await pages((after?: ExpenseKey) => ledger.listExpenses({ filter, sort, limit, after })),
    totals: await ledger.totalsOfExpenses(filter),
    exported,
    expenses: await Promise.all(expenses.map(({ id }) => ledger.expenseById(id))),
    users: await pages((after?: number) => ledger.listUsers({ deleted: false, only: userId, limit, after })),
    leavers: await pages((after?: number) => ledger.listUsers({ deleted: true, limit, after })),
    people: await Promise.all(people.map(({ id }) => ledger.userById(id))),
    spent: await Promise.all(people.map(({ id }) => ledger.totalsOfUser(id))),
    categories: await pages((after?: CategoryKey) => ledger.listCategories({ userId, archived, limit, after })),
    each: await Promise.all(categories.map(({ id }) => ledger.categoryById(id))),
  }
  return JSON.stringify(answers, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

function filterIn({ people, categories, batches }: InBatches, question: Question): ExpenseFilter {
  const { who, category, from, to, q, min, max, currency, deleted } = question
  const userId = who === undefined ? undefined : at(people, who)?.id
  const meant = typeof category === 'number' ? at(categories, category)?.id : category
  const batch = question.batch === undefined ? undefined : at(batches, question.batch)
  return { from, to, q, min, max, currency, batch, deleted, userId, category: meant } as ExpenseFilter
}

async function pages<Item, Key>(
  read: (after?: Key) => Promise<{ items: Item[]; next: Key | null }>,
): Promise<Item[][]> {
  const found: Item[][] = []
  let next: Key | null | undefined
  while (next !== null) {
    const page = await read(next)
    found.push(page.items)
    next = page.next
  }
  return found
}
