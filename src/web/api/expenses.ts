import * as z from 'zod'
import { CalendarDate, Instant } from '../../events/calendar.ts'
import { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { personText } from '../../events/text.ts'
import { AsOf } from './as-of.ts'
import { inOrder, isInOrder } from './days-in-order.ts'
import { Amount, BatchId, Flag, listOf, Name, page, Person, Totals } from './words.ts'

const expenseTexts = { description: personText(500), date: CalendarDate, amount: Amount }
const oneCategory = { error: 'Give either category or categoryId', path: ['category'] }
export const NewExpense = z
  .strictObject({
    id: ExpenseId.optional(),
    userId: UserId.optional(),
    category: Name.optional(),
    categoryId: CategoryId.optional(),
    ...expenseTexts,
    currency: Currency.optional(),
  })
  .refine(({ category, categoryId }) => (category === undefined) !== (categoryId === undefined), oneCategory)
export const ExpenseChange = z
  .strictObject({
    category: Name.optional(),
    categoryId: CategoryId.optional(),
    description: expenseTexts.description.optional(),
    date: expenseTexts.date.optional(),
    amount: expenseTexts.amount.optional(),
    currency: Currency.optional(),
  })
  .refine(({ category, categoryId }) => category === undefined || categoryId === undefined, oneCategory)

export const Expense = z.strictObject({
  id: ExpenseId,
  userId: UserId,
  categoryId: CategoryId,
  category: z.string(),
  description: z.string(),
  date: CalendarDate,
  amount: Amount,
  currency: Currency,
  version: z.int(),
  recordedAt: Instant,
  changedAt: Instant,
  changedBy: Person.nullable(),
  deleted: z.boolean(),
})
export type Expense = z.infer<typeof Expense>

export const Sort = z.enum(['date', '-date', 'amount', '-amount', 'recorded', '-recorded'])
export type Sort = z.infer<typeof Sort>
/** `from` and `to` are inclusive; `category` is an id or a name; `q` is literal, in any case; `batch` finds what it recorded or changed. */
export const expenseFilter = {
  user: UserId.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  category: z.string().min(1).max(100).optional(),
  q: z.string().max(200).optional(),
  min: Amount.optional(),
  max: Amount.optional(),
  currency: Currency.optional(),
  batch: BatchId.optional(),
  deleted: z.enum(['false', 'true', 'all']).optional(),
}
export const ExpenseQuery = z
  .strictObject({
    ...expenseFilter,
    sort: Sort.optional(),
    totals: Flag.optional(),
    asOf: AsOf.optional(),
    ...page,
  })
  .refine(isInOrder, inOrder)
export type ExpenseQuery = z.input<typeof ExpenseQuery>

/** `count` and `totals` are of everything that matches, and there only if they were asked for. */
export const ExpenseList = listOf(Expense).extend({ count: z.int().optional(), totals: Totals.optional() })
export type ExpenseList = z.infer<typeof ExpenseList>

/** All that matches, in the order of the list; an export has no pages. */
export const ExportQuery = z.strictObject({ ...expenseFilter, sort: Sort.optional(), asOf: AsOf.optional() })
export const ExpenseExport = z.array(Expense)
