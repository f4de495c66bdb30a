import { categoryStream } from '../../events/category.ts'
import type { CategoryId } from '../../events/ids.ts'
import { toMajor } from '../../events/money.ts'
import { sameName } from '../../events/text.ts'
import { openNames } from './names.ts'
import { momentAt, type Group, type Moment, type Report, type Source } from './question.ts'
import type { SpendingQuestion, Watcher } from './question.ts'
import { replay } from './replay.ts'
import { openSums, type Sum } from './sums.ts'
import { openTotals, type Total } from './totals.ts'

/** `month` is `2026-11`. It is there, and the category is, if the rows are told apart by it. */
export type SpendingRow = { month?: string; categoryId?: CategoryId; category?: string } & Total
export type Spending = Report<{ asOf: Moment }, SpendingRow, { totals: Total[] }>

/** Rows that are told of at a time. */
const PORTION = 1_000

/** What was spent: by month, by the category's name and by currency. */
export async function spending(log: Source, question: SpendingQuestion, watcher: Watcher = {}): Promise<Spending> {
  const { span, group, asOf } = question
  const sums = openSums(span, group)
  for await (const events of replay(log, { userId: span.userId, upTo: asOf }, watcher)) {
    for (const { event } of events) sums.take(event)
  }
  const all = sums.all()
  const totals = openTotals()
  for (const { currency, count, minor } of all) totals.shiftBy(currency, count, minor)
  return {
    opening: { asOf: await momentAt(log, asOf) },
    list: 'rows',
    portions: inPortions(await rowsOf(log, all, group, asOf)),
    closing: () => ({ totals: totals.all() }),
  }
}

/** By month, then by category as people sort names, then by currency. */
async function rowsOf(log: Source, sums: readonly Sum[], group: Group, asOf: number): Promise<SpendingRow[]> {
  const names = openNames(log, asOf)
  const categories = [...new Set(sums.flatMap(({ categoryId }) => (categoryId === '' ? [] : [categoryId])))]
  await names.learn(categories.map(categoryStream))
  const nameOf = (id: CategoryId) => names.of(categoryStream(id))
  const keys = new Map(categories.map((id) => [id, `${sameName(nameOf(id))}\n${id}`]))
  categories.sort((one, other) => inOrder(keys.get(one) ?? '', keys.get(other) ?? ''))
  const places = new Map<string, number>(categories.map((id, place) => [id, place]))
  return sums
    .map((sum) => ({ ...sum, place: places.get(sum.categoryId) ?? 0 }))
    .sort((one, other) => {
      return inOrder(one.month, other.month) || one.place - other.place || inOrder(one.currency, other.currency)
    })
    .map(({ month, categoryId, currency, count, minor }) => ({
      ...(group.month && { month }),
      ...(categoryId !== '' && { categoryId, category: nameOf(categoryId) }),
      ...{ currency, count, total: toMajor(minor, currency) },
    }))
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

async function* inPortions(rows: readonly SpendingRow[]): AsyncGenerator<readonly SpendingRow[]> {
  for (let from = 0; from < rows.length; from += PORTION) yield rows.slice(from, from + PORTION)
}
