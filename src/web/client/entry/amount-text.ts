import type { Currency } from '../../../events/money.ts'
import { decimalsOf, NoMoney, toMajor, toMinor } from '../../../events/units.ts'

/** Why what was typed is no amount yet. */
export type AmountProblem = 'empty' | 'unreadable' | 'decimals' | 'zero' | 'tooLarge'
/** `major` as the server wants it; `summed` if it had to be reckoned and is worth being echoed. */
export type AmountReading = { major: string; summed: boolean } | { problem: AmountProblem }

const TERM = /[+-]?[^+-]+/g
const SUM = /^[+-]?[\d.,]+([+-][\d.,]+)*$/

/**
 * Reads what a person types for an amount: `12,50`, `12.50`, `1.234,56`, `1 234.56`, and sums such as `12,50+4-1`.
 * Exact: terms are whole minor units. One separator with three digits behind it (`1,234`) is read as thousands only where
 * the currency has no decimals; elsewhere it is more likely a slip, and refused.
 */
export function readAmount(text: string, currency: Currency): AmountReading {
  const plain = text
    .replace(/[\s'’_]|\p{Currency_Symbol}/gu, '')
    .replace(/[−–]/g, '-')
    .replace(currency, '')
  if (plain === '') return { problem: 'empty' }
  if (!SUM.test(plain)) return { problem: 'unreadable' }
  let minor = 0n
  const terms = plain.match(TERM) ?? []
  for (const term of terms) {
    const units = readTerm(term.replace(/^[+-]/, ''), decimalsOf(currency))
    if (typeof units === 'string') return { problem: units }
    minor += term.startsWith('-') ? -units : units
  }
  return checked(toMajor(minor, currency), currency, terms.length > 1)
}

/** One term in minor units. */
function readTerm(term: string, decimals: number): bigint | AmountProblem {
  const { whole, fraction } = split(term, decimals)
  if (!/^\d*$/.test(whole + fraction) || whole + fraction === '') return 'unreadable'
  if (fraction.length > decimals) return 'decimals'
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}

function split(term: string, decimals: number): { whole: string; fraction: string } {
  const [, grouped, fraction = ''] =
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(term) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(term) ?? []
  const groups = grouped?.split(/[.,]/) ?? []
  const plainly = groups.length > 2 || fraction !== '' || decimals === 0
  if (groups.length > 1 && plainly) return { whole: groups.join(''), fraction }
  const [whole = '', rest = ''] = term.replace(',', '.').split(/\.(.*)/)
  return { whole, fraction: rest }
}

function checked(major: string, currency: Currency, summed: boolean): AmountReading {
  try {
    toMinor(major, currency)
    return { major, summed }
  } catch (error) {
    if (!(error instanceof NoMoney)) throw error
    return { problem: /^-?[0.]+$/.test(major) ? 'zero' : 'tooLarge' }
  }
}
