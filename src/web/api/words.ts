import * as z from 'zod'
import { UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { personText } from '../../events/text.ts'

/** As a person writes it: `12.50`, `-3`, `1000`. How many decimals it may have depends on the currency. */
export const Amount = z
  .string()
  .regex(/^-?\d{1,16}(\.\d{1,4})?$/, { error: 'Expected an amount in major units, such as "12.50"' })

export const Email = z
  .email({ error: 'Expected an e-mail address' })
  .max(254, { error: 'Expected at most 254 characters' })
export const Name = personText(100)
export const Password = z
  .string()
  .min(10, { error: 'Expected at least 10 characters' })
  .max(1000, { error: 'Expected at most 1000 characters' })

export const Person = z.strictObject({ id: UserId, name: z.string() })

/** A sum may be larger than any one amount, and zero. */
const Sum = z.string().regex(/^-?\d+(\.\d+)?$/)
export const Total = z.strictObject({ currency: Currency, count: z.int(), total: Sum })
export type Total = z.infer<typeof Total>
export const Totals = z.array(Total)

export const BatchId = z.uuid({ error: 'Expected a UUID' }).toLowerCase()
export const Flag = z.enum(['true', 'false'], { error: 'Expected true or false' })
const Limit = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'Expected a whole number' })
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 200, { error: 'Expected 1 to 200' })
export const page = { limit: Limit.optional(), cursor: z.string().max(4000).optional() }

export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const NoQuery = z.strictObject({})
