import type { Format } from '../format.ts'
import type { Period } from '../scope/period.ts'

/** What two periods are called beside each other: `November` and `October`, with the year only where it differs. */
export function namesOf(now: Period, before: Period, nameOf: (period: Period) => string, format: Format) {
  const isMonth = (period: Period) => /^\d{4}-\d\d$/.test(period)
  const areOfOneYear = isMonth(now) && isMonth(before) && now.slice(0, 4) === before.slice(0, 4)
  const name = areOfOneYear ? format.monthName : nameOf
  return { now: name(now), before: name(before) }
}
