import type { Total } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'

/** A sum as the server writes it, with all decimals of its currency, in minor units. Unlike an amount it may be zero, or huge. */
export function minorOf(sum: string): bigint {
  return BigInt(sum.replace('.', ''))
}

export type Counted = { count: number; total: string }

/** `parts`, all in `currency`, as one. */
export function added(parts: readonly Counted[], currency: Currency): Counted {
  const minor = parts.reduce((sum, { total }) => sum + minorOf(total), 0n)
  return { count: parts.reduce((sum, { count }) => sum + count, 0), total: toMajor(minor, currency) }
}

/** `totals` as one per currency, in the order of the currencies' codes. */
export function byCurrency(totals: readonly Total[]): Total[] {
  const sums = [...Map.groupBy(totals, ({ currency }) => currency)]
  return sums.map(([currency, parts]) => ({ currency, ...added(parts, currency) })).sort(byCode)
}

export function byCode(one: { currency: Currency }, other: { currency: Currency }): number {
  return one.currency < other.currency ? -1 : 1
}
