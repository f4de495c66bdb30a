import * as z from 'zod'

const wanted = 'Expected a position, or an instant in UTC such as 2026-11-23T09:12:00Z, with six decimals at most'
const isPosition = (text: string) => /^\d+$/.test(text)
const isInstant = (text: string) => z.iso.datetime().safeParse(text).success && /:\d\d(\.\d{1,6})?Z$/.test(text)

/**
 * Up to when something had been recorded, inclusive: digits are a position in the log, anything else an instant. Has nothing
 * to do with the dates on which something was spent.
 */
export const AsOf = z
  .string()
  .max(40, { error: wanted })
  .refine((text) => isPosition(text) || isInstant(text), { error: wanted })

export const AsOfQuery = z.strictObject({ asOf: AsOf.optional() })
