import type { Currency } from '../../../events/money.ts'
import { decimalsOf } from '../../../events/units.ts'

/** The whole minor units of a sum as the server writes it, `12.50` EUR → 1250n: of any size, and zero too. */
export function minorOf(major: string, currency: Currency): bigint {
  const [whole = '', fraction = ''] = major.split('.')
  return BigInt(whole + fraction.padEnd(decimalsOf(currency), '0'))
}
