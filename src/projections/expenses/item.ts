import * as z from 'zod'
import { CalendarDate } from '../../events/calendar.ts'
import { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { Currency, Minor } from '../../events/money.ts'
import { Flag, SqlTime } from '../tables/columns.ts'

/** What there is to say of `expenses e`, beside `NAMES`. */
export const COLUMNS = `e.id, e.user_id as userId, e.category_id as categoryId, coalesce(c.name, '') as category, e.description,
  e.date, e.amount, e.currency, e.version, e.position, e.recorded_at as recordedAt, e.changed_at as changedAt,
  e.changed_by as changedBy, coalesce(w.name, '') as changedByName, e.deleted`
/** A name that its projection has not come to yet is empty for a moment. */
export const NAMES = 'left join categories c on c.id = e.category_id left join users w on w.id = e.changed_by'

export const Expense = z
  .strictObject({
    id: ExpenseId,
    userId: UserId,
    categoryId: CategoryId,
    category: z.string(),
    description: z.string(),
    date: CalendarDate,
    amount: Minor,
    currency: Currency,
    version: z.int(),
    /** Of the recording. */
    position: z.int(),
    recordedAt: SqlTime,
    changedAt: SqlTime,
    changedBy: UserId.nullable(),
    changedByName: z.string(),
    deleted: Flag,
  })
  .transform(({ changedBy, changedByName, ...expense }) => {
    return { ...expense, changedBy: changedBy && { id: changedBy, name: changedByName } }
  })
/** `amount` is in minor units. */
export type ExpenseItem = z.infer<typeof Expense>
