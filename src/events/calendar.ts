import * as z from 'zod'

/** A calendar date without time or zone, `2026-11-23`, in a year that every database can hold. */
export const CalendarDate = z.iso
  .date({ error: 'Expected a date such as 2026-11-23' })
  .refine((date) => date >= '1000-01-01', { error: 'Expected a year from 1000 to 9999' })
  .brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** A moment in UTC, RFC 3339 with six digits: `2026-11-23T09:12:00.000001Z`. Such texts sort by time. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A microsecond earlier. */
export function justBefore(instant: Instant): Instant {
  const micros = Number(instant.slice(20, 26))
  if (micros > 0) return Instant.parse(`${instant.slice(0, 20)}${String(micros - 1).padStart(6, '0')}Z`)
  const second = new Date(Date.parse(`${instant.slice(0, 19)}Z`) - 1_000)
  return Instant.parse(`${second.toISOString().slice(0, 20)}999999Z`)
}
