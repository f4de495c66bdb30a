import { CategoryId, type ExpenseId, type UserId } from '../../events/ids.ts'
import { sameName } from '../../events/text.ts'
import type { CategoryRow } from '../categories.ts'
import type { ExpenseFilter } from '../expenses/filter.ts'
import type { Standing } from '../reports/standings.ts'
import { searchable } from '../searchable.ts'
import { majorOf, parseMajor } from './major.ts'

export type Known = {
  hidden: ReadonlySet<UserId>
  categories: ReadonlyMap<string, CategoryRow>
  /** Whose description has the text that is searched for. */
  described: ReadonlySet<ExpenseId>
  /** Whom the batch that is asked about touched. */
  touched: ReadonlySet<ExpenseId>
}

type Condition = (expense: Standing) => boolean

/** Whether an expense matches `filter`: what `expenses/filter.ts` says to the database. */
export function matcherOf(filter: ExpenseFilter, known: Known): Condition {
  const conditions = conditionsOf(filter, known)
  return (expense) => conditions.every((holds) => holds(expense))
}

function conditionsOf(filter: ExpenseFilter, { hidden, categories, described, touched }: Known): Condition[] {
  const { userId, from, to, category, q, min, max, currency, batch, deleted } = filter
  const conditions: Condition[] = [(expense) => !hidden.has(expense.userId)]
  if (userId) conditions.push((expense) => expense.userId === userId)
  if (from) conditions.push(({ date }) => date >= from)
  if (to) conditions.push(({ date }) => date <= to)
  if (currency) conditions.push((expense) => expense.currency === currency)
  if (deleted !== 'all') conditions.push((expense) => expense.deleted === (deleted === 'true'))
  if (min) conditions.push(atLeast(parseMajor(min)))
  if (max) conditions.push(atMost(parseMajor(max)))
  if (batch) conditions.push(({ id }) => touched.has(id))
  if (category) conditions.push(inOneOf(idsOf(categories, isMeant(category))))
  if (q) {
    const inCategory = inOneOf(idsOf(categories, ({ search }) => search.includes(searchable(q))))
    conditions.push((expense) => described.has(expense.id) || inCategory(expense))
  }
  return conditions
}

function atLeast(least: bigint): Condition {
  return (expense) => majorOf(expense) >= least
}

function atMost(most: bigint): Condition {
  return (expense) => majorOf(expense) <= most
}

function inOneOf(ids: ReadonlySet<CategoryId>): Condition {
  return ({ categoryId }) => ids.has(categoryId)
}

/** By its id or its name. */
function isMeant(category: string): (row: CategoryRow) => boolean {
  const [id, name] = [CategoryId.safeParse(category).data, sameName(category)]
  return (row) => row.nameKey === name || row.id === id
}

function idsOf(categories: Known['categories'], isOne: (row: CategoryRow) => boolean): Set<CategoryId> {
  return new Set([...categories.values()].filter(isOne).map(({ id }) => id))
}
