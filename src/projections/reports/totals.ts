import { toMajor, type Currency, type Money } from '../../events/money.ts'

/** `total` is in major units. */
export type Total = { currency: Currency; count: number; total: string }

/** Counts and sums, a currency beside the other: they are never added up. */
export function openTotals() {
  const sums = new Map<Currency, { count: number; minor: bigint }>()

  /** Counts `money` in, or out of it again. */
  function shift({ amount, currency }: Money, by: 1 | -1): void {
    shiftBy(currency, by, BigInt(amount) * BigInt(by))
  }

  function shiftBy(currency: Currency, count: number, minor: bigint): void {
    const before = sums.get(currency) ?? { count: 0, minor: 0n }
    sums.set(currency, { count: before.count + count, minor: before.minor + minor })
  }

  return {
    shift,
    shiftBy,
    /** The sum in `currency`, in major units. */
    of: (currency: Currency): string => toMajor(sums.get(currency)?.minor ?? 0n, currency),
    /** By currency; where nothing was counted, or it came to nothing, there is none. */
    all: (): Total[] =>
      [...sums]
        .filter(([, { count, minor }]) => count !== 0 || minor !== 0n)
        .map(([currency, { count, minor }]) => ({ currency, count, total: toMajor(minor, currency) }))
        .sort((one, other) => (one.currency < other.currency ? -1 : 1)),
  }
}
