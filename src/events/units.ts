import { currencyDecimals } from './currencies.ts'
import type { Currency, Minor } from './money.ts'

/** Why a text is no amount of money. The words are for the person who typed it. */
export class NoMoney extends Error {}

/** An amount in major units as it travels: `12.50`, `-3`, `1000`. No blanks, no thousands separators, no exponent. */
const MAJOR = /^(-?)(\d{1,16})(?:\.(\d{1,16}))?$/

/** How many decimals `currency` has: 2 for EUR. */
export function decimalsOf(currency: Currency): number {
  const decimals = currencyDecimals.get(currency)
  if (decimals === undefined) throw new RangeError(`Not a currency: ${currency}`)
  return decimals
}

/** `12.50` EUR → 1250. Throws `NoMoney` for what is no number, has too many decimals, is zero or is too large. */
export function toMinor(major: string, currency: Currency): Minor {
  const [, sign, whole, fraction = ''] = MAJOR.exec(major) ?? []
  if (whole === undefined) throw new NoMoney('Expected an amount such as "12.50"')
  const decimals = decimalsOf(currency)
  if (fraction.length > decimals) throw new NoMoney(tooManyDecimals(currency, decimals))
  const units = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (units === 0n) throw new NoMoney('The amount must not be zero')
  if (units > BigInt(Number.MAX_SAFE_INTEGER)) throw new NoMoney('The amount is too large')
  return Number(sign === '-' ? -units : units) as Minor
}

/** 1250 EUR → `12.50`; exact at any size. */
export function toMajor(minor: bigint | number, currency: Currency): string {
  const decimals = decimalsOf(currency)
  const units = BigInt(minor)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return `${units < 0n ? '-' : ''}${whole}${decimals ? `.${fraction}` : ''}`
}

function tooManyDecimals(currency: Currency, decimals: number): string {
  if (decimals === 0) return `${currency} has no decimals`
  return `${currency} has ${decimals} decimals, not more`
}
