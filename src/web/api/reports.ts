import * as z from 'zod'
import { CalendarDate, Instant } from '../../events/calendar.ts'
import { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { AsOf } from './as-of.ts'
import { inOrder, isInOrder } from './days-in-order.ts'
import { Expense } from './expenses.ts'
import { Person, Total, Totals } from './words.ts'

/**
 * Two dates are in every report, and they have nothing to do with each other. `from` and `to`, both inclusive, are dates on
 * which something was *spent*; `asOf`, `since` and `until` say what had been *recorded* by then: a position, or an instant.
 */
const span = { user: UserId.optional(), from: CalendarDate.optional(), to: CalendarDate.optional() }

const Grouping = z.enum(['month', 'category', 'month,category'], {
  error: 'Expected month, category or month,category',
})

export const SpendingQuery = z
  .strictObject({ ...span, group: Grouping.optional(), asOf: AsOf.optional() })
  .refine(isInOrder, inOrder)
export const StatementQuery = z.strictObject({ ...span, asOf: AsOf.optional() }).refine(isInOrder, inOrder)
export const ChangesQuery = z.strictObject({ ...span, since: AsOf, until: AsOf.optional() }).refine(isInOrder, inOrder)

/** A place in the log, and when that event was recorded: null before the first one. */
export const Moment = z.strictObject({ position: z.int(), recordedAt: Instant.nullable() })

const SpendingRow = Total.extend({
  month: z
    .string()
    .regex(/^\d{4}-\d\d$/)
    .optional(),
  categoryId: CategoryId.optional(),
  category: z.string().optional(),
})
export const Spending = z.strictObject({ asOf: Moment, rows: z.array(SpendingRow), totals: Totals })
export type Spending = z.infer<typeof Spending>

/** By date. `running` is the sum so far in the currency of the expense. */
export const Statement = z.strictObject({
  asOf: Moment,
  items: z.array(Expense.extend({ running: Total.shape.total })),
  totals: Totals,
})
export type Statement = z.infer<typeof Statement>

/** What an event did to the report: `difference` is its part of the whole, by currency. */
const ChangePart = z.strictObject({
  position: z.int(),
  type: z.string(),
  recordedAt: Instant,
  actor: Person.nullable(),
  /** Per field what it was and what it is, amounts in major units; of the first event only what it is. */
  changes: z.record(z.string(), z.strictObject({ from: z.string().optional(), to: z.string() })),
  difference: Totals,
})

/** What the report had of each expense and what it has now, null for nothing; what the events did adds up to `difference`. */
export const Changes = z.strictObject({
  since: Moment,
  until: Moment,
  items: z.array(
    z.strictObject({
      id: ExpenseId,
      was: Expense.nullable(),
      is: Expense.nullable(),
      events: z.array(ChangePart),
    }),
  ),
  difference: Totals,
})
export type Changes = z.infer<typeof Changes>
