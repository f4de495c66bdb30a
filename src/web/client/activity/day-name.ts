import { pageMessages } from '../page-messages.ts'
import { format, today } from '../page.ts'
import { daysAfter } from '../scope/calendar-days.ts'

/** What people call a day that has been: today and yesterday by name, others of this year without it. */
export function nameOfDay(day: string): string {
  const words = pageMessages.activity
  const now = today()
  if (day === now) return words.today(format.weekday(day))
  if (day === daysAfter(now, -1)) return words.yesterday(format.weekday(day))
  return day.slice(0, 4) === now.slice(0, 4) ? format.weekday(day) : format.weekdayOfYear(day)
}
