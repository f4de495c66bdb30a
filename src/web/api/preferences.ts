import * as z from 'zod'
import { Currency } from '../../events/money.ts'
import { sameName } from '../../events/text.ts'
import { ExportQuery } from './expenses.ts'
import { DateFormat, DecimalMark, Encoding, Separator } from './imports.ts'
import { Name } from './words.ts'

const Locale = z
  .string()
  .max(35)
  .refine(isLocale, { error: 'Expected a language tag such as de-CH' })
  .transform((tag) => new Intl.Locale(tag).toString())

function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== ''
  } catch {
    return false
  }
}

export const SavedFilter = z.strictObject({ name: Name, filter: ExportQuery })

/** The heading of a column in somebody's file. */
const Heading = z.string().min(1, { error: 'Must not be empty' }).max(100, { error: 'Expected at most 100 characters' })
/** How a bank, or whoever else, writes its files. */
export const ImportMapping = z.strictObject({
  name: Name,
  columns: z
    .strictObject({
      date: Heading,
      description: Heading,
      amount: Heading.optional(),
      debit: Heading.optional(),
      credit: Heading.optional(),
      category: Heading.optional(),
      currency: Heading.optional(),
    })
    .refine(({ amount, debit }) => (amount === undefined) !== (debit === undefined), {
      error: 'Give either amount or debit',
      path: ['amount'],
    }),
  encoding: Encoding.optional(),
  separator: Separator.default(','),
  decimalMark: DecimalMark.default('.'),
  dateFormat: DateFormat.default('YYYY-MM-DD'),
  negated: z.boolean().optional(),
  category: Name.optional(),
})

export type ImportMapping = z.infer<typeof ImportMapping>

const MOST_NAMED = 50
/** A list of things that are told apart by their names. */
const namedList = <T extends z.ZodType<{ name: string }>>(item: T) =>
  z
    .array(item)
    .max(MOST_NAMED, { error: `Expected at most ${MOST_NAMED}` })
    .refine((items) => new Set(items.map(({ name }) => sameName(name))).size === items.length, {
      error: 'Expected different names',
    })
    .default([])

/** Dates `21 Nov 2026`, `21/11/2026` in the order of the locale, or `2026-11-21`. */
export const DateStyle = z.enum(['words', 'numbers', 'iso'], { error: 'Expected words, numbers or iso' })
export type DateStyle = z.infer<typeof DateStyle>

/** What somebody chose, and the defaults for the rest. What is null follows the browser, or the user's own currency. */
export const Preferences = z.strictObject({
  locale: Locale.nullable().default(null),
  /** 1 is Monday, 7 Sunday. */
  firstDayOfWeek: z
    .int({ error: 'Expected 1 (Monday) to 7 (Sunday)' })
    .min(1, { error: 'Expected 1 (Monday) to 7 (Sunday)' })
    .max(7, { error: 'Expected 1 (Monday) to 7 (Sunday)' })
    .nullable()
    .default(null),
  dateStyle: DateStyle.default('words'),
  theme: z.enum(['system', 'light', 'dark'], { error: 'Expected system, light or dark' }).default('system'),
  defaultCurrency: Currency.nullable().default(null),
  /** Whether single letters are shortcuts: who speaks to the computer, or misses keys, can do without. */
  letterKeys: z.boolean().default(true),
  savedFilters: namedList(SavedFilter),
  importMappings: namedList(ImportMapping),
})
export type Preferences = z.infer<typeof Preferences>
