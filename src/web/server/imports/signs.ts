import type { DecimalMark } from '../../api.ts'
import { readAmount } from './amounts.ts'
import type { Cell } from './dates.ts'
import type { Columns } from './columns.ts'
import type { Format } from './formats.ts'
import type { Told } from './reading.ts'
import { say, type Said } from './sayings.ts'

/** Whether the file writes money that went out below zero, as banks do: then the sign is turned. */
export function whetherNegated(
  told: Told,
  { format, columns }: { format: Format; columns: Columns },
  amounts: readonly Cell[],
  mark: DecimalMark | undefined,
): { value: boolean; why: Said } {
  if (columns.debit !== undefined) return { value: false, why: say('own-columns') }
  if (told.negated !== undefined) return { value: told.negated === 'true', why: say('as-told') }
  if (format.negated !== undefined) return { value: format.negated, why: say('always-so') }
  const read = amounts.flatMap(({ text }) => {
    const amount = readAmount(text, mark)
    return 'major' in amount ? [amount.major] : []
  })
  const below = read.filter((major) => major.startsWith('-')).length
  const value = below > read.length / 2
  return { value, why: say('below-zero', { below, of: read.length }) }
}
