import * as z from 'zod'
import { CalendarDate, Instant } from '../events/calendar.ts'
import { Colour } from '../events/category.ts'
import { Origin } from '../events/event.ts'
import { CategoryId, ExpenseId, UserId } from '../events/ids.ts'
import { Currency } from '../events/money.ts'
import { personText } from '../events/text.ts'
import { Role } from '../events/user.ts'

/**
 * What both sides agree on: every body, query and answer of the HTTP interface. Amounts are texts in major units with a
 * currency beside them; instants are RFC 3339 in UTC with six digits.
 */

/** As a person writes it: `12.50`, `-3`, `1000`. How many decimals it may have depends on the currency. */
export const Amount = z
  .string()
  .regex(/^-?\d{1,16}(\.\d{1,4})?$/, { error: 'Expected an amount in major units, such as "12.50"' })

// What is asked

const Email = z.email({ error: 'Expected an e-mail address' }).max(254, { error: 'Expected at most 254 characters' })
const Name = personText(100)
const Password = z
  .string()
  .min(10, { error: 'Expected at least 10 characters' })
  .max(1000, { error: 'Expected at most 1000 characters' })

export const NewUser = z.strictObject({
  name: Name,
  email: Email,
  password: Password,
  role: Role.optional(),
  currency: Currency.optional(),
})
export const UserChange = z.strictObject({
  name: Name.optional(),
  email: Email.optional(),
  role: Role.optional(),
  currency: Currency.optional(),
})
export const SignIn = z.strictObject({ email: z.string().max(254), password: z.string().max(1000) })

export const NewCategory = z.strictObject({ name: Name, colour: Colour.optional(), userId: UserId.optional() })
export const CategoryChange = z.strictObject({ name: Name.optional(), colour: Colour.optional() })

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

const Flag = z.enum(['true', 'false'], { error: 'Expected true or false' })
const Limit = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'Expected a whole number' })
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 200, { error: 'Expected 1 to 200' })
const page = { limit: Limit.optional(), cursor: z.string().max(4000).optional() }

export const UserQuery = z.strictObject({ deleted: Flag.optional(), ...page })
export const CategoryQuery = z.strictObject({ user: UserId.optional(), ...page })
export const ForUser = z.strictObject({ user: UserId.optional() })
export const NoQuery = z.strictObject({})

export const Sort = z.enum(['date', '-date', 'amount', '-amount', 'recorded', '-recorded'])
export type Sort = z.infer<typeof Sort>
/** `from` and `to` are inclusive; `category` is an id or a name; `q` is literal, in any case. */
export const expenseFilter = {
  user: UserId.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  category: z.string().min(1).max(100).optional(),
  q: z.string().max(200).optional(),
  min: Amount.optional(),
  max: Amount.optional(),
  currency: Currency.optional(),
  deleted: z.enum(['false', 'true', 'all']).optional(),
}
export const ExpenseQuery = z.strictObject({
  ...expenseFilter,
  sort: Sort.optional(),
  totals: Flag.optional(),
  ...page,
})
export type ExpenseQuery = z.input<typeof ExpenseQuery>

// What is answered

export const User = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  currency: Currency,
  version: z.int(),
  recordedAt: Instant,
  changedAt: Instant,
  deleted: z.boolean(),
})
export type User = z.infer<typeof User>

export const Category = z.strictObject({
  id: CategoryId,
  userId: UserId,
  name: z.string(),
  colour: Colour,
  archived: z.boolean(),
  version: z.int(),
})
export type Category = z.infer<typeof Category>

export const Person = z.strictObject({ id: UserId, name: z.string() })
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

/** A sum may be larger than any one amount, and zero. */
const Sum = z.string().regex(/^-?\d+(\.\d+)?$/)
export const Total = z.strictObject({ currency: Currency, count: z.int(), total: Sum })
export type Total = z.infer<typeof Total>
export const Totals = z.array(Total)

const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const UserList = listOf(User)
export const CategoryList = listOf(Category)
/** `count` and `totals` are of everything that matches, and there only if they were asked for. */
export const ExpenseList = listOf(Expense).extend({ count: z.int().optional(), totals: Totals.optional() })
export type ExpenseList = z.infer<typeof ExpenseList>

const Changed = z.strictObject({ from: z.string().optional(), to: z.string() })
export const HistoryEntry = z.strictObject({
  position: z.int(),
  version: z.int(),
  type: z.string(),
  recordedAt: Instant,
  actor: Person.nullable(),
  origin: Origin,
  batch: z.string().nullable(),
  /** Per field what it was and what it is, amounts in major units; of the first event only what it is. */
  changes: z.record(z.string(), Changed),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const History = z.array(HistoryEntry)

/** RFC 9457. `type` is stable; `firstRun` says that the ledger has no users yet. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  firstRun: z.boolean().optional(),
})
export type Problem = z.infer<typeof Problem>

export const Health = z.strictObject({ status: z.literal('ok') })
export const Readiness = z.strictObject({
  ready: z.boolean(),
  database: z.boolean(),
  projections: z.array(
    z.strictObject({
      name: z.string(),
      position: z.int(),
      lag: z.int(),
      state: z.string(),
    }),
  ),
})
