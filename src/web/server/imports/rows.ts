import { setImmediate as turn } from 'node:timers/promises'
import { CalendarDate } from '../../../events/calendar.ts'
import { Currency, NoMoney, toMajor, toMinor } from '../../../events/money.ts'
import { personText } from '../../../events/text.ts'
import { Name, type ImportRow } from '../../api.ts'
import { undefuse } from '../../api/csv.ts'
import { readAmount, whyNoMoney } from './amounts.ts'
import type { Field } from './columns.ts'
import { readDate } from './dates.ts'
import type { Reading } from './reading.ts'
import type { CsvRecord } from './records.ts'
import { say, type Said } from './sayings.ts'

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
export type Row = Pick<ImportRow, 'row' | 'line' | 'problems' | 'amount' | Shown> & {
  readable: Readable | undefined
  aside: Said | undefined
}
type Shown = 'date' | 'description' | 'category' | 'currency'
/** A problem names the column that it is in. */
type Part<T> = { value: T } | { problem: Said; shown: string; field: Field }
type Amount = { amount: string; minor: number }

/** Characters. */
const MOST = { description: 500, category: 100 }
const Description = personText(MOST.description)

/** Rows that are read at a time: others get their turn in between. */
const SLICE = 500

/** Hears how many of the rows are read. What it throws ends the reading. */
export type OnRead = (rows: number, of: number) => void

/** The rows of a file that was read. */
export async function rowsOf(reading: Reading, onRead?: OnRead): Promise<Row[]> {
  const rows: Row[] = []
  for (const record of reading.records) {
    if (rows.length % SLICE === 0) {
      onRead?.(rows.length, reading.records.length)
      await turn()
    }
    rows.push(rowOf(reading, record, rows.length + 1))
  }
  return rows
}

function rowOf(reading: Reading, { line, cells, broken }: CsvRecord, row: number): Row {
  const parts = partsOf(reading, cells)
  const problems = Object.values(parts).flatMap((part) => {
    return 'problem' in part ? [{ column: headingOf(reading, part.field), ...part.problem }] : []
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
    problems: broken === undefined ? problems : [{ column: '', ...broken }],
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
    date:
      'date' in date
        ? checked('date', CalendarDate, date.date)
        : { ...date, shown: at('date'), field: 'date' as const },
    description: checked('description', Description, descriptionOf(reading, cells)),
    category: checked('category', Name, worded(reading, at('category')) || (usual.category ?? '')),
    amount: amountOf(reading, at, currency),
    currency,
  }
}

type Schema<T> = { safeParse(input: unknown): { success: true; data: T } | { success: false } }

function checked<T>(field: Shown, schema: Schema<T>, text: string): Part<T> {
  const result = schema.safeParse(text)
  return result.success ? { value: result.data } : { problem: whyNot(field, text), shown: text, field }
}

/** A text that is there has no other fault than its length: what holds anything but text is no file that is read. */
function whyNot(field: Shown, text: string): Said {
  if (field === 'date') return say('no-such-day')
  if (field === 'currency') return say('currency-expected')
  if (text !== '') return say('too-long', { most: MOST[field] })
  return field === 'description' ? say('description-expected') : say('category-expected')
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
  return text === '' ? { value: usual } : checked('currency', Currency, text.toUpperCase())
}

function amountOf(reading: Reading, at: (field: Field) => string, currency: Part<Currency>): Part<Amount> {
  const { field, turns } = whereIsAmount(reading, at)
  const shown = at(field)
  if (turns === undefined) return { problem: say('one-of-two-expected'), shown, field }
  const amount = readAmount(shown, reading.decimalMark)
  if ('problem' in amount) return { ...amount, shown, field }
  const major = turns(amount.major)
  if (!('value' in currency)) return { value: { amount: major, minor: 0 } }
  try {
    const minor = toMinor(major, currency.value)
    return { value: { amount: toMajor(minor, currency.value), minor } }
  } catch (error) {
    if (!(error instanceof NoMoney)) throw error
    return { problem: whyNoMoney(major, currency.value), shown, field }
  }
}

type Turn = (major: string) => string
const asItIs: Turn = (major) => major
const turned: Turn = (major) => (major.startsWith('-') ? major.slice(1) : `-${major}`)
/** Some banks write what went out below zero in its own column, too. */
const above: Turn = (major) => major.replace(/^-/, '')
const below: Turn = (major) => `-${above(major)}`

/** Of two columns the one that is filled; neither where both are, or none is. */
function whereIsAmount({ columns, negated }: Reading, at: (field: Field) => string): { field: Field; turns?: Turn } {
  if (columns.debit === undefined) return { field: 'amount', turns: negated ? turned : asItIs }
  const [hasDebit, hasCredit] = [isFilled(at('debit')), isFilled(at('credit'))]
  if (hasDebit === hasCredit) return { field: 'debit' }
  return hasDebit ? { field: 'debit', turns: above } : { field: 'credit', turns: below }
}

/** Zero, or a dash, stands for nothing where there is another column. */
const isFilled = (text: string) => /[1-9]/.test(text)

/** In a file that tells what came in from what went out, what is below zero is money that came in. */
function cameIn({ negated, columns, format }: Reading, readable: Readable | undefined): Said | undefined {
  const isTold = columns.debit !== undefined || (negated && format.name !== 'plain')
  return isTold && (readable?.minor ?? 0) < 0 ? say('came-in') : undefined
}

function headingOf({ columns, headings }: Reading, field: Field): string {
  return headings[columns[field] ?? -1] ?? field
}
