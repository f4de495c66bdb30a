import type { ImportPreview } from '../../api.ts'
import { errorsOf, type FieldError } from '../form/submission.ts'
import { pageMessages } from '../page-messages.ts'
import { Refused } from '../refused.ts'
import { aboutRow } from './said.ts'

/** Why a file or its rows were refused, in the page's words; what else may go wrong is said as everywhere. */
export function whyRefused(error: unknown, preview: ImportPreview | undefined): FieldError[] {
  const words = pageMessages.import.refused
  const { status, errors = [] } = error instanceof Refused ? error.problem : {}
  if (status === 413) return [{ path: 'file', message: words.tooLarge }]
  if (status !== 422 || errors.length === 0) return errorsOf(error)
  return errors.map(({ path, message }) => ({ path, message: inWords(path) ?? message }))

  function inWords(path: string): string | undefined {
    if (path === 'file') return words.noText
    if (path === 'encoding') return words.encoding
    const row = preview?.rows.find((one) => path === `rows.${one.row}`)
    const about = row && aboutRow(row)
    return about && words.row(row.line, about)
  }
}
