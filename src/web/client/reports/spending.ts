import type { Spending } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { sameName } from '../../../events/same-name.ts'
import { monthOf, periodOf, spanOf, type Period } from '../scope/period.ts'
import { added, byCode, minorOf, type Counted } from './sums.ts'

type Row = Spending['rows'][number]

/** What `category` was spent on, or in which `month`; `cells` are those of the table's columns. */
export type Line = { category?: string; month?: Period; cells: (Counted | undefined)[]; whole: Counted }
/** What was spent in one currency. Its columns are months, or years where there are many; none where lines alone tell rows apart. */
export type Table = { currency: Currency; columns: Period[]; lines: Line[]; feet: Counted[]; whole: Counted }

/** Months that stand side by side at most. */
const MANY = 18

/** `rows`, told apart by month, by category or by both, as a table for each currency. */
export function tablesOf(rows: readonly Row[]): Table[] {
  const isByBoth = rows.some(({ month, category }) => month !== undefined && category !== undefined)
  const columns = isByBoth ? columnsOf(rows) : []
  const tables = [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => {
    const lines = linesOf(own, columns, currency)
    const feet = columns.map((column) => added(own.filter(isIn(column)), currency))
    return { currency, columns, lines, feet, whole: added(own, currency) }
  })
  return tables.sort(byCode)
}

/** The part of `period` that lies in `column`, as a period. */
export function partOf(period: Period, column: Period): Period {
  const [whole, part] = [spanOf(period), spanOf(column)]
  if (part.from === undefined || part.to === undefined) return period
  const { from = part.from, to = part.to } = whole
  return periodOf({ from: from > part.from ? from : part.from, to: to < part.to ? to : part.to })
}

function linesOf(rows: readonly Row[], columns: readonly Period[], currency: Currency): Line[] {
  // Categories of several people may bear one name: the expenses of all of them are found by it.
  const nameOf = ({ category, month }: Row) => (category === undefined ? (month ?? '') : sameName(category))
  const lines = [...Map.groupBy(rows, nameOf).values()].map((own) => {
    const cells = columns.map((column) => {
      const found = own.filter(isIn(column))
      return found.length > 0 ? added(found, currency) : undefined
    })
    return { ...keyOf(own[0]), cells, whole: added(own, currency) }
  })
  return lines.every(({ category }) => category !== undefined) ? lines.toSorted(byTotal) : lines
}

function keyOf(row: Row | undefined): Pick<Line, 'category' | 'month'> {
  if (row?.category !== undefined) return { category: row.category }
  return row?.month === undefined ? {} : { month: row.month as Period }
}

function byTotal(one: Line, other: Line): number {
  const [mine, others] = [minorOf(one.whole.total), minorOf(other.whole.total)]
  return mine === others ? 0 : mine < others ? 1 : -1
}

/** Every month from the first to the last; every year if that is too many. */
function columnsOf(rows: readonly Row[]): Period[] {
  const months = rows.map(({ month = '' }) => month).sort()
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const columns: Period[] = []
  for (let month = first; month <= last && columns.length <= MANY; month = monthAfter(month)) {
    columns.push(month as Period)
  }
  if (columns.length <= MANY) return columns
  return [...new Set(months.map((month) => month.slice(0, 4) as Period))]
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return monthOf(new Date(Date.UTC(year, number, 1)).toISOString())
}

function isIn(column: Period): (row: Row) => boolean {
  return ({ month = '' }) => month.startsWith(column)
}
