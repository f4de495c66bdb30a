import { daysAfter } from './calendar-days.ts'

/** `all` time, a year `2026`, a month `2026-11`, or the days `2026-11-03..2026-11-09`. */
export type Period = 'all' | `${number}` | `${number}-${number}` | `${string}..${string}`
export type Span = { from: string; to: string }

const YEAR = /^[1-9]\d{3}$/
const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/

/** The period that `text` names; the month of `today` if it names none. */
export function readPeriod(text: string | undefined, today: string): Period {
  if (text === undefined) return monthOf(today)
  const isPeriod = text === 'all' || YEAR.test(text) || MONTH.test(text) || daysOf(text) !== undefined
  return isPeriod ? (text as Period) : monthOf(today)
}

export function monthOf(date: string): Period {
  return date.slice(0, 7) as Period
}

/** The days from `from` to `to`, as the period that people would call them. */
export function periodOf({ from, to }: Span): Period {
  const wholes = [monthOf(from), from.slice(0, 4) as Period]
  const days: Period = `${from}..${to}`
  return wholes.find((whole) => spanOf(whole).from === from && spanOf(whole).to === to) ?? days
}

/** The first and last day of `period`, inclusive; all time has neither. */
export function spanOf(period: Period): Partial<Span> {
  if (period === 'all') return {}
  if (YEAR.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` }
  const days = daysOf(period)
  if (days) return days
  const [year, month] = yearAndMonth(period)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${period}-01`, to: `${period}-${last}` }
}

/** The period that is `steps` of its own length after `period`, or before it if they are negative. All time stays. */
export function shifted(period: Period, steps: number): Period {
  if (period === 'all') return period
  if (YEAR.test(period)) return `${Number(period) + steps}`
  const days = daysOf(period)
  if (days) return shiftedDays(days, steps)
  const [year, month] = yearAndMonth(period)
  const index = year * 12 + (month - 1) + steps
  return `${Math.floor(index / 12)}-${`${(index % 12) + 1}`.padStart(2, '0')}` as Period
}

function shiftedDays({ from, to }: Span, steps: number): Period {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return `${daysAfter(from, steps * length)}..${daysAfter(to, steps * length)}`
}

/** The two days of a period that is neither a year nor a month. */
function daysOf(text: string): Span | undefined {
  const [from = '', to = '', ...rest] = text.split('..')
  return rest.length === 0 && isDate(from) && isDate(to) && from <= to ? { from, to } : undefined
}

function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function yearAndMonth(period: string): [year: number, month: number] {
  return [Number(period.slice(0, 4)), Number(period.slice(5, 7))]
}
