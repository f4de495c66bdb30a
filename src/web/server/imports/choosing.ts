import type { FieldError } from '../../../commands/rejected.ts'
import { invalid } from '../http/problems.ts'
import type { Looked, Recordable } from './preview.ts'
import { rowNumbers } from './row-numbers.ts'

/** Rows that a refusal names: whoever has more of them looks at the preview. */
const MOST_TOLD = 100

/**
 * What is to be recorded: the rows that are named, otherwise all that are not in the ledger for certain. Throws 422 where something has to be
 * said or mended first: how the file is meant, or rows among those that cannot be read.
 */
export function chosen({ preview, recordable }: Looked, rows: string | undefined): Recordable[] {
  const asked = preview.questions.map(({ parameter, message }) => ({ path: parameter, message }))
  if (asked.length > 0) throw invalid(asked)
  const wanted = rows === undefined ? allOf(preview) : rowNumbers(rows, preview.rows.length)
  const refused: FieldError[] = []
  for (const { row, line, message, recordable: can } of preview.rows) {
    if (wanted.has(row) && !can) refused.push({ path: `rows.${row}`, message: `Line ${line}: ${message ?? ''}` })
  }
  if (refused.length > 0) throw invalid(refused.slice(0, MOST_TOLD))
  return [...recordable.values()].filter(({ row }) => wanted.has(row))
}

/** Neither doubles nor what is no expense. What is only perhaps a double is recorded: to leave it out would merge it unseen. */
function allOf({ rows }: Looked['preview']): Set<number> {
  const wanted = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'possible' || outcome === 'problem')
  return new Set(wanted.map(({ row }) => row))
}
