import type { Pool } from 'mysql2/promise'
import type * as z from 'zod'
import type { UserId } from '../../events/ids.ts'
import { sameName } from '../../events/text.ts'
import { ImportQuery, type ImportMapping } from '../../web/api.ts'
import { openPreferences } from '../../web/server/preferences/store.ts'
import { Unusable } from '../unusable.ts'
import { text, flag } from '../verb.ts'

/** The options of `ledger import`, named as the parameters of the HTTP interface are. */
export const options = {
  user: text,
  preview: flag,
  rows: text,
  mapping: text,
  encoding: text,
  separator: text,
  header: text,
  'date-format': text,
  'decimal-mark': text,
  negated: text,
  'date-column': text,
  'description-column': text,
  'amount-column': text,
  'debit-column': text,
  'credit-column': text,
  'category-column': text,
  'currency-column': text,
  category: text,
  currency: text,
} as const
type Text = Exclude<keyof typeof options, 'preview'>
export type Typed = { [O in Text]?: string | undefined } & { preview?: boolean | undefined }

/** What was typed, on top of the mapping that it names. Throws `Unusable` with the option that is at fault. */
export async function toldBy(
  pool: Pool,
  owner: UserId,
  { user: _user, mapping, preview, ...typed }: Typed,
): Promise<z.output<typeof ImportQuery>> {
  const given = Object.entries(typed).filter(([, value]) => value !== undefined)
  const own = Object.fromEntries(given.map(([option, value]) => [parameterOf(option), value]))
  const kept = mapping === undefined ? {} : fromMapping(await mappingNamed(pool, owner, mapping))
  const result = ImportQuery.safeParse({ ...kept, ...own, ...(preview && { preview: 'true' }) })
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new Unusable(`--${optionOf(String(first?.path[0]))}: ${first?.message}`)
}

async function mappingNamed(pool: Pool, owner: UserId, name: string): Promise<ImportMapping> {
  const { preferences } = await openPreferences(pool).of(owner)
  const found = preferences.importMappings.find((mapping) => sameName(mapping.name) === sameName(name))
  if (found) return found
  const names = preferences.importMappings.map((mapping) => mapping.name).join(', ')
  throw new Unusable(`--mapping: Expected one that is kept: ${names || 'there is none'}`)
}

/** A mapping that somebody kept, as parameters. */
function fromMapping({ name: _name, columns, negated, ...rest }: ImportMapping): Record<string, string | undefined> {
  const named = Object.entries(columns).map(([field, heading]) => [`${field}Column`, heading] as const)
  return { ...rest, ...(negated !== undefined && { negated: String(negated) }), ...Object.fromEntries(named) }
}

/** `date-format` is `dateFormat`. */
function parameterOf(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function optionOf(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
