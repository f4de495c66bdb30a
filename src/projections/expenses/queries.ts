import type { Sequelize } from 'sequelize'
import * as z from 'zod'
import { CalendarDate } from '../../events/calendar.ts'
import { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { Currency, Minor, toMajor } from '../../events/money.ts'
import { Flag, SqlTime, Sum } from '../columns.ts'
import { select } from '../database.ts'
import { pageOf, type Page } from '../page.ts'
import { matching, mayBeRare, type ExpenseFilter } from './filter.ts'
import { columnOf, following, orderBy, type ExpenseKey, type ExpenseSort } from './sort.ts'

const COLUMNS = `e.id, e.user_id as userId, e.category_id as categoryId, coalesce(c.name, '') as category, e.description,
  e.date, e.amount, e.currency, e.version, e.position, e.recorded_at as recordedAt, e.changed_at as changedAt,
  e.changed_by as changedBy, coalesce(w.name, '') as changedByName, e.deleted`
/** A name that its projection has not come to yet is empty for a moment. */
const NAMES = 'left join categories c on c.id = e.category_id left join users w on w.id = e.changed_by'
const OF_USERS = 'e.user_id not in (select id from users where deleted = 1)'

const Expense = z
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

const ExpenseTotal = z.strictObject({ currency: Currency, count: z.int(), total: Sum })
/** `total` is in minor units. */
export type ExpenseTotal = z.infer<typeof ExpenseTotal>

export type ExpensesWanted = {
  filter: ExpenseFilter
  sort: ExpenseSort
  limit: number
  after?: ExpenseKey | undefined
}

export function expenseQueries(sequelize: Sequelize) {
  return {
    /** Also one that is deleted, but none of a user who is. */
    async expenseById(id: ExpenseId): Promise<ExpenseItem | undefined> {
      const sql = `select ${COLUMNS} from expenses e ${NAMES} where e.id = :id and ${OF_USERS}`
      const [expense] = await select(sequelize, Expense, sql, { id })
      return expense
    },

    async listExpenses({ filter, sort, limit, after }: ExpensesWanted): Promise<Page<ExpenseItem, ExpenseKey>> {
      const conditions = [matching(filter), ...(after ? [following(sort, after)] : [])]
      const where = conditions.map(({ sql }) => sql).join(' and ')
      // First which expenses, then what there is to say of them: so the choice looks at one table only.
      const sql = `select ${COLUMNS} from (
          select e.user_id, e.position from expenses e ${hint(filter)} where ${where} order by ${orderBy(sort)} limit :limit
        ) page
        straight_join expenses e on e.user_id = page.user_id and e.position = page.position ${NAMES}
        order by ${orderBy(sort)}`
      const values = conditions.flatMap(({ replacements }) => Object.entries(replacements))
      const replacements = Object.fromEntries([...values, ['limit', limit + 1]])
      return pageOf(await select(sequelize, Expense, sql, replacements), limit, (expense) => keyOf(expense, sort))
    },

    /** Of all that match `filter`; by currency. */
    async totalsOfExpenses(filter: ExpenseFilter): Promise<{ count: number; totals: ExpenseTotal[] }> {
      const { sql: where, replacements } = matching(filter)
      const sql = `select e.currency, count(*) as count, sum(e.amount) as total from expenses e where ${where}
        group by e.currency order by e.currency`
      const totals = await select(sequelize, ExpenseTotal, sql, replacements)
      return { count: totals.reduce((sum, { count }) => sum + count, 0), totals }
    },
  }
}

/** An index in the order of the list finds the first few at once if many match, and reads the whole table if few do. */
function hint(filter: ExpenseFilter): string {
  return mayBeRare(filter) ? 'ignore index for order by (by_date, by_amount, by_recorded)' : ''
}

function keyOf({ date, amount, currency, position }: ExpenseItem, sort: ExpenseSort): ExpenseKey {
  const value = { date, major: toMajor(amount, currency), position: '' }[columnOf(sort)]
  return { value, position }
}
