import type { Instant } from '../calendar.ts'

/** Microseconds since 1970 in UTC. A safe integer until the year 2255. */
export type Micros = number

/** `2026-11-23T09:12:00.000001Z` */
export function toInstant(micros: Micros): Instant {
  const millis = Math.floor(micros / 1000)
  const rest = String(micros - millis * 1000).padStart(3, '0')
  return `${new Date(millis).toISOString().slice(0, 23)}${rest}Z` as Instant
}

/** As MySQL writes a datetime(6) in UTC: `2026-11-23 09:12:00.000001`. */
export function toSqlTime(micros: Micros): string {
  return instantToSqlTime(toInstant(micros))
}

export function instantToSqlTime(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 26)}`
}

/** From MySQL's text of a datetime(6) in UTC. */
export function fromSqlTime(text: string): Micros {
  const millis = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`)
  return millis * 1000 + Number(text.slice(23, 26))
}

export function sqlTimeToInstant(text: string): Instant {
  return `${text.slice(0, 10)}T${text.slice(11, 26)}Z` as Instant
}
