import { daysAfter } from '../scope/calendar-days.ts'
import { monthOf, shifted, spanOf, type Period, type Span } from '../scope/period.ts'

/** What a running total is drawn by. */
export type Step = 'day' | 'month'
/** Days that are drawn one by one at most: two months. And months: five years. */
const MOST_DAYS = 62
const MOST_MONTHS = 60
const MONTHS = 12

/** What `period` is compared with, and by what; nothing for all time, nor for what is nearly as long. */
export function comparedSpans(period: Period): { now: Span; before: Span; step: Step } | undefined {
  const now = wholeSpan(period)
  const before = wholeSpan(shifted(period, -1))
  if (!now || !before || lengthOf(now) > MOST_MONTHS * 31) return undefined
  const step = lengthOf(now) <= MOST_DAYS && lengthOf(before) <= MOST_DAYS ? 'day' : 'month'
  return { now, before, step }
}

/** The days or months from the first to the last of `span`. */
export function stepsOf({ from, to }: Span, step: Step): string[] {
  if (step === 'month') return monthsOf(from, to)
  const days: string[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
  return days
}

/** The twelve months up to the end of `period`; of all time up to that of `today`. */
export function twelveMonths(period: Period, today: string): string[] {
  const last = monthOf(spanOf(period).to ?? today)
  return monthsOf(`${shifted(last, 1 - MONTHS)}-01`, `${last}-01`)
}

/** From the first day of the first of `months` to the last day of the last. */
export function spanOfMonths(months: readonly string[]): Partial<Span> {
  const { from } = spanOf((months[0] ?? 'all') as Period)
  const { to } = spanOf((months.at(-1) ?? 'all') as Period)
  return { ...(from && { from }), ...(to && { to }) }
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = shifted(month, 1)) months.push(month)
  return months
}

/** In days. */
function lengthOf({ from, to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

function wholeSpan(period: Period): Span | undefined {
  const { from, to } = spanOf(period)
  return from !== undefined && to !== undefined ? { from, to } : undefined
}
