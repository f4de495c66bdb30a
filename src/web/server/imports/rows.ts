import { setImmediate as turn } from 'node:timers/promises'
import { CalendarDate } from '../../../events/calendar.ts'
import { Currency, NoMoney, toMajor, toMinor } from '../../../events/money.ts'
import { personText } from '../../../events/text.ts'
import { Name, type ImportRow } from '../../api.ts'
import { undefuse } from '../../api/csv.ts'
import { readAmount } from './amounts.ts'
import type { Field } from './columns.ts'
import { readDate } from './dates.ts'
import type { Reading } from './reading.ts'
import type { CsvRecord } from './records.ts'

/** A row that can be recorded. */
export type Readable = {
  date: CalendarDate
  description: string
  category: string
  /** In major units, and in minor ones. */
  amount: string
  minor: number
  currency: Currency
}
/** A row of the file: as it is shown, what keeps it from being recorded, and why it may be no expense. */
export type Row = Pick<ImportRow, 'row' | 'line' | 'problems' | Field> & {
  readable: Readable | undefined
  aside: string | undefined
}
type Part<T> = { value: T } | { problem: string; shown: string }

const Description = personText(500)

/** Rows that are read at a time: others get their turn in between. */
const SLICE = 500

/** The rows of a file that was read. */
export async function rowsOf(reading: Reading): Promise<Row[]> {
  const rows: Row[] = []
  for (const record of reading.records) {
    if (rows.length % SLICE === 0) await turn()
    rows.push(rowOf(reading, record, rows.length + 1))
  }
  return rows
}

function rowOf(reading: Reading, { line, cells, broken }: CsvRecord, row: number): Row {
  const parts = partsOf(reading, cells)
  const problems = Object.entries(parts).flatMap(([field, part]) => {
    return 'problem' in part ? [{ column: headingOf(reading, field as Field), message: part.problem }] : []
  })
  const { date, description, category, amount, currency } = parts
  const isWhole = 'value' in date && 'value' in description && 'value' in category
  const readable =
    isWhole && 'value' in amount && 'value' in currency && broken === undefined
      ? {
          ...{ date: date.value, description: description.value, category: category.value },
          ...{ ...amount.value, currency: currency.value },
        }
      : undefined
  const aside = broken === undefined ? (reading.format.aside(cells) ?? cameIn(reading, readable)) : undefined
  return {
    ...{ row, line, readable, aside },
    problems: broken === undefined ? problems : [{ column: '', message: broken }],
    date: shownAs(date),
    description: shownAs(description),
    category: shownAs(category),
    amount: 'value' in amount ? amount.value.amount : amount.shown,
    currency: shownAs(currency),
  }
}

function shownAs(part: Part<string>): string {
  return 'value' in part ? part.value : part.shown
}

function partsOf(reading: Reading, cells: readonly string[]) {
  const { columns, usual, dateFormat } = reading
  const at = (field: Field) => cells[columns[field] ?? -1] ?? ''
  const date = readDate(at('date'), dateFormat)
  const currency = currencyOf(at('currency'), usual.currency)
  return {
    date: 'date' in date ? checked(CalendarDate, date.date) : { problem: date.problem, shown: at('date') },
    description: checked(Description, descriptionOf(reading, cells), 'Expected what it was for'),
    category: checked(
      Name,
      worded(reading, at('category')) || (usual.category ?? ''),
      'Expected a category, or one for rows without',
    ),
    amount: amountOf(reading, at('amount'), currency),
    currency,
  }
}

type Schema<T> = {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } }
}

function checked<T>(schema: Schema<T>, text: string, ifEmpty?: string): Part<T> {
  if (text === '' && ifEmpty !== undefined) return { problem: ifEmpty, shown: '' }
  const result = schema.safeParse(text)
  return result.success ? { value: result.data } : { problem: result.error.issues[0]?.message ?? '', shown: text }
}

function descriptionOf({ columns, format, ...reading }: Reading, cells: readonly string[]): string {
  const own = columns.description === format.columns?.description ? format.also : undefined
  const said = [columns.description, own].map((column) => cells[column ?? -1] ?? '').filter((text) => text !== '')
  return worded({ ...reading, format, columns }, said.join(', '))
}

function worded({ format }: Reading, text: string): string {
  return format.isDefused ? undefuse(text) : text
}

function currencyOf(text: string, usual: Currency): Part<Currency> {
  return text === '' ? { value: usual } : checked(Currency, text.toUpperCase())
}

function amountOf(reading: Reading, text: string, currency: Part<Currency>): Part<{ amount: string; minor: number }> {
  const amount = readAmount(text, reading.decimalMark)
  if ('problem' in amount) return { problem: amount.problem, shown: text }
  const { major } = amount
  const turned = !reading.negated ? major : major.startsWith('-') ? major.slice(1) : `-${major}`
  if (!('value' in currency)) return { value: { amount: turned, minor: 0 } }
  try {
    const minor = toMinor(turned, currency.value)
    return { value: { amount: toMajor(minor, currency.value), minor } }
  } catch (error) {
    if (!(error instanceof NoMoney)) throw error
    return { problem: error.message, shown: text }
  }
}

/** In a file whose signs are turned, what is below zero then is money that came in. */
function cameIn({ negated, format }: Reading, readable: Readable | undefined): string | undefined {
  const isIn = negated && format.name !== 'plain' && (readable?.minor ?? 0) < 0
  return isIn ? 'Money that came in: an expense only if it is a refund' : undefined
}

function headingOf({ columns, headings }: Reading, field: Field): string {
  return headings[columns[field] ?? -1] ?? field
}
