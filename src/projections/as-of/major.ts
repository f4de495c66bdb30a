import { MOST_DECIMALS } from '../../events/currencies.ts'
import { decimalsOf, type Money } from '../../events/money.ts'

/** An amount in major units, as what amounts of any currency are compared by: a whole number of ten-thousandths. */
export function majorOf({ amount, currency }: Money): bigint {
  return BigInt(amount) * 10n ** BigInt(MOST_DECIMALS - decimalsOf(currency))
}

/** The same of a text such as `-12.5`, with four decimals at most. */
export function parseMajor(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(MOST_DECIMALS, '0'))
}
