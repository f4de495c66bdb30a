import * as z from 'zod'
import { CalendarDate } from './calendar.ts'
import { changesOf } from './changes.ts'
import { CategoryId, ExpenseId, UserId } from './ids.ts'
import { Currency, Minor } from './money.ts'
import { personText } from './text.ts'

const facts = { categoryId: CategoryId, date: CalendarDate, amount: Minor, currency: Currency }
const expenseFields = { ...facts, description: personText(500) }

/** What a total needs to know of an expense, as it was before the event: totals fold from the event alone. */
export const ExpenseFacts = z.strictObject(facts)
export type ExpenseFacts = z.infer<typeof ExpenseFacts>
export const ExpenseFields = z.strictObject(expenseFields)
export type ExpenseFields = z.infer<typeof ExpenseFields>

const ids = { expenseId: ExpenseId, userId: UserId }
export const ExpenseRecorded = z.strictObject({ type: z.literal('ExpenseRecorded'), ...ids, ...expenseFields })
export const ExpenseAmended = z.strictObject({
  type: z.literal('ExpenseAmended'),
  ...ids,
  changes: changesOf(expenseFields),
  facts: ExpenseFacts,
})
export const ExpenseDeleted = z.strictObject({ type: z.literal('ExpenseDeleted'), ...ids, facts: ExpenseFacts })
export const ExpenseRestored = z.strictObject({ type: z.literal('ExpenseRestored'), ...ids, facts: ExpenseFacts })

export const ExpenseEvent = z.discriminatedUnion('type', [
  ExpenseRecorded,
  ExpenseAmended,
  ExpenseDeleted,
  ExpenseRestored,
])
export type ExpenseEvent = z.infer<typeof ExpenseEvent>

export const expenseStream = (id: ExpenseId) => `expense-${id}` as const
