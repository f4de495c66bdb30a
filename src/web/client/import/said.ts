import type { ImportPreview, ImportRow } from '../../api.ts'
import { filled } from '../../api/import-sayings.ts'
import { pageMessages } from '../page-messages.ts'

type Said = Pick<ImportPreview['recognised'][number], 'code' | 'values'>

/** What the server says of a file, in the page's words. */
export function inWords({ code, values }: Said): string {
  return filled(pageMessages.import.sayings[code], values)
}

/** What speaks for or against a row: all that keeps it from being recorded, each with its column; if nothing does, what is known of it. */
export function aboutRow({
  problems,
  code,
  values,
}: Pick<ImportRow, 'problems' | 'code' | 'values'>): string | undefined {
  if (problems.length === 0) return code === null ? undefined : inWords({ code, values })
  const each = problems.map(({ column, ...said }) => (column === '' ? inWords(said) : `${column}: ${inWords(said)}`))
  return each.join('; ')
}
