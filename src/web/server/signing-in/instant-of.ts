import type { Instant } from '../../../events/calendar.ts'

/** SQL for the text of a datetime(6) as an `Instant`. */
export function instantOf(expression: string): string {
  return `date_format(${expression}, '%Y-%m-%dT%H:%i:%s.%fZ')`
}

/** An `Instant` as a datetime(6) is written. */
export function toSqlTime(instant: Instant): string {
  return instant.slice(0, -1).replace('T', ' ')
}
