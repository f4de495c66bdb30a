/** A month such as `2026-11`, or `all` time. */
export type Period = 'all' | `${number}-${number}`

const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/

/** The period that `text` names; the month of `today` if it names none. */
export function readPeriod(text: string | undefined, today: string): Period {
  if (text === 'all') return 'all'
  return text !== undefined && MONTH.test(text) ? (text as Period) : monthOf(today)
}

export function monthOf(date: string): Period {
  return date.slice(0, 7) as Period
}

/** The first and last day of `period`, inclusive; all time has neither. */
export function spanOf(period: Period): { from?: string; to?: string } {
  if (period === 'all') return {}
  const [year, month] = yearAndMonth(period)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${period}-01`, to: `${period}-${days}` }
}

/** The month that is `months` after `period`, or before it if they are negative. All time stays. */
export function shifted(period: Period, months: number): Period {
  if (period === 'all') return period
  const [year, month] = yearAndMonth(period)
  const index = year * 12 + (month - 1) + months
  return `${Math.floor(index / 12)}-${`${(index % 12) + 1}`.padStart(2, '0')}` as Period
}

function yearAndMonth(period: string): [year: number, month: number] {
  return [Number(period.slice(0, 4)), Number(period.slice(5, 7))]
}
