import type { Currency } from '../../../../events/money.ts'
import { sameName } from '../../../../events/same-name.ts'
import { readAmount } from '../amount-text.ts'
import { readDate } from './dates.ts'

/** Which column holds what; none where there is no such column. */
export type Columns = { date: number; amount: number; category: number; description: number }

/**
 * What the columns of `lines` are, by what stands in most of their cells: dates, amounts, names of categories. Of two columns of
 * text that are no known categories the one with fewer different texts is the category.
 */
export function columnsOf(lines: readonly string[][], currency: Currency, names: ReadonlySet<string>): Columns {
  const columns = transposed(lines)
  const date = best(
    columns,
    (cell) => readDate(cell, 'dayFirst') !== undefined || readDate(cell, 'monthFirst') !== undefined,
  )
  const amount = best(columns, (cell) => 'major' in readAmount(cell, currency), [date])
  const known = best(columns, (cell) => names.has(sameName(cell)), [date, amount])
  const texts = columns
    .map((_, index) => index)
    .filter((index) => index !== date && index !== amount && !isEmpty(columns[index]))
  const category = known >= 0 && texts.length > 1 ? known : fewest(columns, texts)
  const description = texts.find((index) => index !== category) ?? -1
  return { date, amount, category, description }
}

function transposed(lines: readonly string[][]): string[][] {
  const width = Math.max(0, ...lines.map(({ length }) => length))
  return Array.from({ length: width }, (_, index) => lines.map((cells) => cells[index] ?? ''))
}

/** The column that most often holds what `fits`, at least in half of its cells; -1 if there is none. */
function best(columns: readonly string[][], fits: (cell: string) => boolean, taken: readonly number[] = []): number {
  const shares = columns.map((cells, index) => (taken.includes(index) ? 0 : shareOf(cells, fits)))
  const most = Math.max(0, ...shares)
  return most >= 0.5 ? shares.indexOf(most) : -1
}

function shareOf(cells: readonly string[], fits: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length
}

/** With one column of text there is no category. */
function fewest(columns: readonly string[][], texts: readonly number[]): number {
  if (texts.length < 2) return -1
  const different = (index: number) => new Set(columns[index]?.map(sameName)).size
  return texts.toSorted((one, other) => different(one) - different(other) || other - one)[0] ?? -1
}

function isEmpty(cells: readonly string[] = []): boolean {
  return cells.every((cell) => cell === '')
}
