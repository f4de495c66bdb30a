import type { Category } from '../../../api.ts'
import type { ExpenseId } from '../../../../events/ids.ts'
import { newId } from '../../../../events/new-id.ts'
import type { Currency } from '../../../../events/money.ts'
import { sameName } from '../../../../events/same-name.ts'
import { readAmount, type AmountProblem } from '../amount-text.ts'
import { cellsOf } from './cells.ts'
import { columnsOf, type Columns } from './columns.ts'
import { orderOf, readDate, type Order } from './dates.ts'

export type Problem = AmountProblem | 'date' | 'category' | 'description' | 'tooLong'
/** A pasted line as the expense that it would become; `amount` as it is read, or as it was pasted where it is no amount. */
export type Line = {
  id: ExpenseId
  date: string
  description: string
  category: string
  amount: string
  problem: Problem | undefined
}
/** The first of the pasted lines, and how many came after those. */
export type Reading = { lines: Line[]; beyond: number }
/** What counts where a line has nothing to say. */
export type Usual = { date: string; category: string; currency: Currency; locale: string | undefined }

/** Lines that are taken at once: one can look through them, and take all of them back with one command. */
export const MOST_LINES = 500
const LONGEST = { description: 500, category: 100 }

/** The expenses that somebody has copied from a spreadsheet, in whatever order its columns are; `undefined` if it is none. */
export function readLines(text: string, usual: Usual, known: readonly Category[]): Reading | undefined {
  const cells = cellsOf(text)
  if (!cells) return undefined
  const names = new Map(known.map(({ name }) => [sameName(name), name]))
  const columns = columnsOf(cells, usual.currency, new Set(names.keys()))
  if (columns.amount < 0 || (cells.length < 2 && columns.description < 0)) return undefined
  const order = orderOf(columnIn(cells, columns.date), usual.locale)
  const filled = cells.filter((line, index) => index > 0 || !isHeader(line, columns, usual, order))
  const lines = filled.slice(0, MOST_LINES).map((line) => lineOf(line, columns, usual, names, order))
  return { lines, beyond: filled.length - lines.length }
}

function lineOf(
  cells: readonly string[],
  columns: Columns,
  usual: Usual,
  names: Map<string, string>,
  order: Order,
): Line {
  const at = (column: number) => cells[column] ?? ''
  const reading = readAmount(at(columns.amount), usual.currency)
  const date = columns.date < 0 ? usual.date : readDate(at(columns.date), order)
  const description = at(columns.description)
  const written = at(columns.category) || usual.category
  const category = names.get(sameName(written)) ?? written
  const problems: (Problem | false)[] = [
    date === undefined && 'date',
    'problem' in reading && reading.problem,
    description === '' && 'description',
    category === '' && 'category',
    (description.length > LONGEST.description || category.length > LONGEST.category) && 'tooLong',
  ]
  return {
    id: newId() as ExpenseId,
    date: date ?? at(columns.date),
    description,
    category,
    amount: 'major' in reading ? reading.major : at(columns.amount),
    problem: problems.find((problem) => problem !== false),
  }
}

/** Whether it names the columns instead of filling them. */
function isHeader(cells: readonly string[], { amount, date }: Columns, { currency }: Usual, order: Order): boolean {
  const isFilled = (column: number) => (cells[column] ?? '') !== ''
  const isAmount = 'major' in readAmount(cells[amount] ?? '', currency)
  const isDate = date >= 0 && readDate(cells[date] ?? '', order) !== undefined
  return !isAmount && !isDate && isFilled(amount)
}

function columnIn(lines: readonly string[][], column: number): string[] {
  return lines.map((cells) => cells[column] ?? '')
}
