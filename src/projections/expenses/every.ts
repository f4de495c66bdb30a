import * as z from 'zod'
import type { Select } from '../tables/database.ts'
import { hint, matching, type ExpenseFilter } from './filter.ts'
import { COLUMNS, Expense, NAMES, type ExpenseItem } from './item.ts'
import { columnOf, following, orderBy, type ExpenseKey, type ExpenseSort } from './sort.ts'

/** To look for expenses may mean to go through all that there are, so it is done for many at a time; few are read at a time. */
const PORTIONS = { looked: 20_000, read: 500 }

const Key = z.strictObject({ value: z.union([z.string(), z.int()]).transform(String), position: z.int() })

/**
 * All expenses that match, some at a time, in the order of the list, each once, whatever happens to others meanwhile. One
 * that matches no longer when its turn comes is left out. The queries are short, and between two of them nothing is held: who
 * reads slowly holds up no swap of the table.
 */
export async function* everyExpense(
  select: Select,
  filter: ExpenseFilter,
  sort: ExpenseSort,
  { looked, read } = PORTIONS,
): AsyncGenerator<ExpenseItem[]> {
  let last: ExpenseKey | undefined
  do {
    const keys = await keysAfter(last)
    for (let from = 0; from < keys.length; from += read) yield await expensesAt(keys.slice(from, from + read))
    last = keys.length === looked ? keys.at(-1) : undefined
  } while (last)

  async function keysAfter(key: ExpenseKey | undefined): Promise<ExpenseKey[]> {
    const conditions = [matching(filter), ...(key ? [following(sort, key)] : [])]
    const where = conditions.map(({ sql }) => sql).join(' and ')
    const sql = `select e.${columnOf(sort)} as value, e.position from expenses e ${hint(filter)}
      where ${where} order by ${orderBy(sort)} limit ${looked}`
    const values = conditions.flatMap(({ replacements }) => Object.entries(replacements))
    return select(Key, sql, Object.fromEntries(values))
  }

  async function expensesAt(keys: readonly ExpenseKey[]): Promise<ExpenseItem[]> {
    const { sql: where, replacements } = matching(filter)
    const sql = `select ${COLUMNS} from expenses e ${NAMES}
      where e.position in (:positions) and ${where} order by ${orderBy(sort)}`
    return select(Expense, sql, { ...replacements, positions: keys.map(({ position }) => position) })
  }
}
