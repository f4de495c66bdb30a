import type { Currency } from '../../../events/money.ts'
import { minorOf } from './exact.ts'
import type { Step } from './spans.ts'

/** What was spent on a day, `on` being its date, or in a month. */
export type Spent = { on: string; currency: Currency; amount: string; count: number }
/** What was spent in one step, in how many expenses, and from the first step to the end of it; in minor units. */
export type Running = { spent: bigint; count: number; total: bigint; totalCount: number }

/** `entries` in `currency` added up over `steps`, which are days or months without a gap. */
export function runningTotals(steps: readonly string[], entries: readonly Spent[], currency: Currency): Running[] {
  const spent = new Map<string, bigint>()
  const counts = new Map<string, number>()
  for (const { on, amount, count } of entries.filter((entry) => entry.currency === currency)) {
    spent.set(on, (spent.get(on) ?? 0n) + minorOf(amount, currency))
    counts.set(on, (counts.get(on) ?? 0) + count)
  }
  let [total, totalCount] = [0n, 0]
  return steps.map((step) => {
    const own = { spent: spent.get(step) ?? 0n, count: counts.get(step) ?? 0 }
    total += own.spent
    totalCount += own.count
    return { ...own, total, totalCount }
  })
}

/** How many of `steps` have begun on `today`; those before the last thing that was spent have, whatever its date. */
export function reached(steps: readonly string[], today: string, entries: readonly Spent[], step: Step): number {
  const now = step === 'month' ? today.slice(0, 7) : today
  const latest = entries.reduce((one, { on }) => (on > one ? on : one), now)
  return steps.filter((begun) => begun <= latest).length
}
