import * as z from 'zod'
import { currencyDecimals } from './currencies.ts'

export { decimalsOf, NoMoney, toMajor, toMinor } from './units.ts'

/** An ISO 4217 code that the ledger knows: `EUR`. */
export const Currency = z
  .enum([...currencyDecimals.keys()], { error: 'Expected an ISO 4217 currency code such as EUR' })
  .brand<'Currency'>()
export type Currency = z.infer<typeof Currency>

/** Whole minor units: cents for EUR, yen for JPY. Never a fraction, never zero; below zero is a refund. */
export const Minor = z
  .int()
  .refine((minor) => minor !== 0)
  .brand<'Minor'>()
export type Minor = z.infer<typeof Minor>

export type Money = { amount: Minor; currency: Currency }

/** `sum` in the shared currency, exact at any size. Throws `RangeError` if the currencies differ. */
export function sum(amounts: readonly Money[], currency: Currency): { minor: bigint; currency: Currency } {
  let minor = 0n
  for (const money of amounts) {
    if (money.currency !== currency) throw new RangeError(`Cannot add ${money.currency} to ${currency}`)
    minor += BigInt(money.amount)
  }
  return { minor, currency }
}
