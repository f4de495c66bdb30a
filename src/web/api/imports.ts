import * as z from 'zod'
import { UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { BatchDone } from './bulk.ts'
import { importSayings } from './import-sayings.ts'
import { Flag, Name } from './words.ts'

export const Separator = z.enum([',', ';', '\t', '|'], { error: 'Expected a comma, semicolon, tab or bar' })
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'], {
  error: 'Expected utf-8, utf-16le, utf-16be or windows-1252',
})
export const DecimalMark = z.enum(['.', ','], { error: 'Expected . or ,' })
export const DateFormat = z.enum(['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'], {
  error: 'Expected one such as DD.MM.YYYY',
})
export type Separator = z.infer<typeof Separator>
export type Encoding = z.infer<typeof Encoding>
export type DecimalMark = z.infer<typeof DecimalMark>
export type DateFormat = z.infer<typeof DateFormat>

/** The heading of a column, or its number where the file has no headings; empty for none. */
const Column = z.string().max(100, { error: 'Expected at most 100 characters' })

const ROWS = /^(~[\w-]{1,2000}|\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*)$/

/**
 * Row numbers and ranges, or a bit for each row where these would be too many. What the first line of a request may hold is less
 * than 16 kB.
 */
const Rows = z
  .string()
  .max(12_000, { error: 'Expected fewer ranges: give them as bits' })
  .regex(ROWS, { error: 'Expected rows such as 1,2,5-9' })

/**
 * How a file is to be read, where that is not left to recognition, and what is to become of its rows. With `preview=true` nothing is
 * recorded. `rows` are those to be recorded.
 */
export const ImportQuery = z.strictObject({
  preview: Flag.optional(),
  rows: Rows.optional(),
  user: UserId.optional(),
  encoding: Encoding.optional(),
  separator: Separator.optional(),
  header: Flag.optional(),
  dateFormat: DateFormat.optional(),
  decimalMark: DecimalMark.optional(),
  negated: Flag.optional(),
  dateColumn: Column.optional(),
  descriptionColumn: Column.optional(),
  amountColumn: Column.optional(),
  debitColumn: Column.optional(),
  creditColumn: Column.optional(),
  categoryColumn: Column.optional(),
  currencyColumn: Column.optional(),
  category: Name.optional(),
  currency: Currency.optional(),
})
export type ImportQuery = z.input<typeof ImportQuery>

/** What `message` says, for whoever says it in words of their own: what is said, and of what. */
const Saying = z.enum(importSayings)
const Values = z.record(z.string(), z.string())

/** What was found of a row. */
export const RowOutcome = z.enum(['new', 'double', 'possible', 'aside', 'problem'])
export type RowOutcome = z.infer<typeof RowOutcome>

/** A row as the expense that it would become; where it cannot be read, as it stands in the file. */
export const ImportRow = z.strictObject({
  row: z.int(),
  line: z.int(),
  outcome: RowOutcome,
  message: z.string().nullable(),
  code: Saying.nullable(),
  values: Values,
  like: z.uuid().nullable(),
  recordable: z.boolean(),
  date: z.string(),
  description: z.string(),
  category: z.string(),
  amount: z.string(),
  currency: z.string(),
  problems: z.array(z.strictObject({ column: z.string(), message: z.string(), code: Saying, values: Values })),
})
export type ImportRow = z.infer<typeof ImportRow>

/** A parameter of the import, and what is to be said of it. */
const Remark = z.strictObject({ parameter: z.string(), message: z.string(), code: Saying, values: Values })

export const ImportPreview = z.strictObject({
  format: z.enum(['plain', 'firefly', 'actual', 'other']),
  encoding: Encoding,
  separator: Separator,
  header: z.boolean(),
  dateFormat: DateFormat.nullable(),
  decimalMark: DecimalMark.nullable(),
  negated: z.boolean(),
  headings: z.array(z.string()),
  columns: z.strictObject({
    date: z.string().nullable(),
    description: z.string().nullable(),
    amount: z.string().nullable(),
    debit: z.string().nullable(),
    credit: z.string().nullable(),
    category: z.string().nullable(),
    currency: z.string().nullable(),
  }),
  recognised: z.array(Remark),
  questions: z.array(Remark),
  counts: z.record(RowOutcome, z.int()),
  rows: z.array(ImportRow),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportAnswer = z.union([ImportPreview, BatchDone])
export type ImportAnswer = z.infer<typeof ImportAnswer>
