import { localDate } from '../scope/calendar-days.ts'
import type { Format } from '../format.ts'
import { messages } from '../messages.ts'

type Moments = Pick<Format, 'minutesAgo' | 'timeOfDay' | 'momentShort' | 'moment'>

/**
 * When something was recorded, as people say it at `now`: in minutes within the hour, then by the time of day, then with the day. A
 * clock that is a little behind the ledger's makes nothing happen in the future.
 */
export function inWords(instant: string, now: Date, format: Moments): string {
  const at = new Date(instant)
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return messages.expense.justNow
  if (minutes < 60) return format.minutesAgo(minutes)
  if (localDate(at) === localDate(now)) return messages.expense.todayAt(format.timeOfDay(instant))
  return at.getFullYear() === now.getFullYear() ? format.momentShort(instant) : format.moment(instant)
}
