import * as z from 'zod'
import type { ExpenseId } from '../../events/ids.ts'
import { Currency } from '../../events/money.ts'
import { Sum } from '../tables/columns.ts'
import type { Select } from '../tables/database.ts'
import { pageOf, type Page } from '../page.ts'
import { everyExpense } from './every.ts'
import { findExpenses } from './find.ts'
import { covered, hint, matching, OF_USERS, type ExpenseFilter } from './filter.ts'
import { COLUMNS, Expense, NAMES, type ExpenseItem } from './item.ts'
import { following, keyOf, orderBy, type ExpenseKey, type ExpenseSort } from './sort.ts'

const ExpenseTotal = z.strictObject({ currency: Currency, count: z.int(), total: Sum })
/** `total` is in minor units. */
export type ExpenseTotal = z.infer<typeof ExpenseTotal>

export type ExpensesWanted = {
  filter: ExpenseFilter
  sort: ExpenseSort
  limit: number
  after?: ExpenseKey | undefined
}

export type ExpenseQueries = ReturnType<typeof expenseQueries>

export function expenseQueries(select: Select) {
  return {
    /** Also one that is deleted, but none of a user who is. */
    async expenseById(id: ExpenseId): Promise<ExpenseItem | undefined> {
      const sql = `select ${COLUMNS} from expenses e ${NAMES} where e.id = :id and ${OF_USERS}`
      const [expense] = await select(Expense, sql, { id })
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
      return pageOf(await select(Expense, sql, replacements), limit, (expense) => keyOf(expense, sort))
    },

    everyExpense: (filter: ExpenseFilter, sort: ExpenseSort, portions?: { looked: number; read: number }) =>
      everyExpense(select, filter, sort, portions),

    findExpenses: (filter: ExpenseFilter, limit: number) => findExpenses(select, filter, limit),

    /** Of all that match `filter`; by currency. */
    async totalsOfExpenses(filter: ExpenseFilter): Promise<{ count: number; totals: ExpenseTotal[] }> {
      const { sql: where, replacements } = matching(filter)
      const sql = `select e.currency, count(*) as count, sum(e.amount) as total from expenses e ${covered(filter)}
        where ${where} group by e.currency order by e.currency`
      const totals = await select(ExpenseTotal, sql, replacements)
      return { count: totals.reduce((sum, { count }) => sum + count, 0), totals }
    },
  }
}
