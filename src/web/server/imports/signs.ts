import type { DecimalMark } from '../../api.ts'
import { readAmount } from './amounts.ts'
import type { Cell } from './dates.ts'
import type { Format } from './formats.ts'
import type { Told } from './reading.ts'

/** Whether the file writes money that went out below zero, as banks do: then the sign is turned. */
export function whetherNegated(
  told: Told,
  format: Format,
  amounts: readonly Cell[],
  mark: DecimalMark | undefined,
): { value: boolean; why: string } {
  if (told.negated !== undefined) return { value: told.negated === 'true', why: 'As you say' }
  if (format.negated !== undefined) return { value: format.negated, why: 'As such files always are' }
  const read = amounts.flatMap(({ text }) => {
    const amount = readAmount(text, mark)
    return 'major' in amount ? [amount.major] : []
  })
  const below = read.filter((major) => major.startsWith('-')).length
  const value = below > read.length / 2
  return { value, why: `${below} of ${read.length} amounts are below zero` }
}
