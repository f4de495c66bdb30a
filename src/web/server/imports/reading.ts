import type * as z from 'zod'
import type { Currency } from '../../../events/money.ts'
import type { DateFormat, DecimalMark, ImportPreview, ImportQuery } from '../../api.ts'
import { recogniseDecimals } from './amounts.ts'
import { columnsHolding, columnsNamed, fields, inOneOrTwo, isFilled, type Columns, type Field } from './columns.ts'
import { recogniseDates, type Cell, type Finding } from './dates.ts'
import { decode } from './decode.ts'
import { formatOf, type Format } from './formats.ts'
import { MOST_ROWS } from './limits.ts'
import { recordsOf, tooMany, type CsvRecord } from './records.ts'
import { say } from './sayings.ts'
import { separatorOf } from './separators.ts'
import { whetherNegated } from './signs.ts'

/** What was said of a file by whoever imports it. */
export type Told = Omit<z.output<typeof ImportQuery>, 'preview' | 'rows' | 'user'>
/** What counts where a row says nothing. */
export type Usual = { category: string | undefined; currency: Currency }
type Remark = ImportPreview['recognised'][number]

/** How a file is read, as far as that is known, and its records without the headings and what stands before them. */
export type Reading = Pick<ImportPreview, 'encoding' | 'separator' | 'header' | 'negated' | 'headings'> & {
  format: Format
  dateFormat: DateFormat | undefined
  decimalMark: DecimalMark | undefined
  columns: Columns
  usual: Usual
  records: readonly CsvRecord[]
  recognised: Remark[]
  questions: Remark[]
}

/** Lines among which the headings are looked for: before them may stand the bank's name, an account, a balance. */
const HEAD = 30

/** Reads `file` as it is told, and finds out the rest. `own` is the currency of whose ledger it is. */
export async function read(file: Uint8Array, told: Told, own: Currency): Promise<Reading> {
  const { text, encoding, why } = decode(file, told.encoding)
  const plainText = text.replace(/^\ufeff/, '')
  const { separator, why: whySeparator } = told.separator
    ? { separator: told.separator, why: say('as-told') }
    : separatorOf(plainText)
  const all = await recordsOf(plainText, separator)
  const { header, headings, records, why: whyHeader } = headOf(all, told)
  if (records.length > MOST_ROWS) throw tooMany()
  const format = formatOf(header ? headings : [])
  const columns = columnsOf(headings, records, format, told, header)
  const at = (field: Field): Cell[] => cellsAt(records, columns.value[field])
  const amounts = [...at('amount'), ...at('debit'), ...at('credit')]
  const dateFormat = told.dateFormat ? asTold(told.dateFormat) : recogniseDates(at('date'))
  const decimalMark = told.decimalMark ? asTold(told.decimalMark) : recogniseDecimals(amounts)
  const negated = whetherNegated(told, { format, columns: columns.value }, amounts, decimalMark.value)
  const findings: [string, Finding<unknown>][] = [
    ['encoding', { why }],
    ['separator', { why: whySeparator }],
    ['header', { why: whyHeader }],
    ...columns.missing.map((field): [string, Finding<unknown>] => [
      `${field}Column`,
      { question: say('which-column', { field }) },
    ]),
    ['dateFormat', dateFormat],
    ['decimalMark', decimalMark],
    ['negated', { why: negated.why }],
  ]
  return {
    ...{ encoding, separator, header, headings, records, format },
    columns: columns.value,
    dateFormat: dateFormat.value,
    decimalMark: decimalMark.value,
    negated: negated.value,
    usual: { category: told.category, currency: told.currency ?? own },
    recognised: findings.flatMap(([parameter, { why }]) => (why ? [{ parameter, ...why }] : [])),
    questions: findings.flatMap(([parameter, { question }]) => (question ? [{ parameter, ...question }] : [])),
  }
}

const asTold = <T>(value: T): Finding<T> => ({ value, why: say('as-told') })

/** The first record that names a date and an amount is the headings; a file without one has columns by number. */
function headOf(all: readonly CsvRecord[], { header, ...told }: Told) {
  const named = all.slice(0, HEAD).findIndex(({ cells }) => isHead(cells, told))
  const [first] = all
  const has =
    header === undefined
      ? named >= 0 || (first !== undefined && first.broken === undefined && !isFilled(first.cells))
      : header === 'true'
  const at = has ? Math.max(0, named) : -1
  const head = all[at]
  const width = Math.max(0, ...all.slice(at + 1, at + 1 + HEAD).map(({ cells }) => cells.length))
  const numbers = Array.from({ length: width }, (_, index) => String(index + 1))
  const found = head ? say('headings-at', { line: head.line }) : say('no-headings')
  return {
    header: head !== undefined,
    headings: head ? distinct(head.cells) : numbers,
    records: all.slice(at + 1),
    why: header === undefined ? found : say('as-told'),
  }
}

function isHead(cells: readonly string[], told: Told): boolean {
  const { date, amount, debit } = columnsNamed(cells)
  const toldAmount = told.amountColumn || told.debitColumn
  const isTold = told.dateColumn && toldAmount && cells.includes(told.dateColumn) && cells.includes(toldAmount)
  return Boolean(isTold) || (date !== undefined && (amount ?? debit) !== undefined && !isFilled(cells))
}

/** Columns are told apart by their headings: one that is there again, or is empty, gets its number. */
function distinct(cells: readonly string[]): string[] {
  const seen = new Set([''])
  return cells.map((cell, index) => {
    if (seen.has(cell)) return `${cell} ${index + 1}`.trim()
    seen.add(cell)
    return cell
  })
}

function columnsOf(
  headings: readonly string[],
  records: readonly CsvRecord[],
  format: Format,
  told: Told,
  header: boolean,
): { value: Columns; missing: Field[] } {
  const guessed =
    format.columns ??
    (header ? columnsNamed(headings) : columnsHolding(records.slice(0, 200).map(({ cells }) => cells)))
  const columns: Columns = { ...guessed }
  if (told.debitColumn) delete columns.amount
  for (const field of fields) {
    const heading = told[`${field}Column`]
    if (heading !== undefined) delete columns[field]
    if (heading && headings.includes(heading)) columns[field] = headings.indexOf(heading)
  }
  const value = inOneOrTwo(columns)
  const needed: readonly Field[] = ['date', 'description', value.debit === undefined ? 'amount' : 'debit']
  const missing = fields.filter((field) => {
    const isNamed = Boolean(told[`${field}Column`]) && columns[field] === undefined
    return (needed.includes(field) && value[field] === undefined) || isNamed
  })
  return { value, missing }
}

function cellsAt(records: readonly CsvRecord[], column: number | undefined): Cell[] {
  if (column === undefined) return []
  return records.flatMap(({ cells, line }) => (cells[column] ? [{ text: cells[column], line }] : []))
}
