import type { Currency } from '../../../events/money.ts'
import type { Compared } from './ask.ts'
import { reached, runningTotals } from './running.ts'
import { stepsOf } from './spans.ts'

/** Both periods added up in one currency, step by step; `reached` steps of now have begun. */
export function addedUp({ spans, step, now, then, today }: Compared, currency: Currency) {
  const steps = { now: stepsOf(spans.now, step), before: stepsOf(spans.before, step) }
  return {
    steps,
    now: runningTotals(steps.now, now, currency),
    before: runningTotals(steps.before, then, currency),
    reached: reached(steps.now, today, now, step),
    isOver: today > spans.now.to,
  }
}
export type AddedUp = ReturnType<typeof addedUp>

/** By how much more was spent than in the period before: than in all of it once now's is over, else than by the same step. */
export function against({ now, before, reached, isOver }: AddedUp): bigint | undefined {
  const latest = now[reached - 1]
  if (!latest) return undefined
  const same = isOver ? before.at(-1) : before[Math.min(reached, before.length) - 1]
  return latest.total - (same?.total ?? 0n)
}
