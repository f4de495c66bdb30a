import { categoryStream } from '../../events/category.ts'
import type { Recorded, Stream } from '../../events/event.ts'
import { expenseStream } from '../../events/expense.ts'
import type { ExpenseId } from '../../events/ids.ts'
import { userStream } from '../../events/user.ts'
import { categories } from '../categories.ts'
import { Expense, type ExpenseItem } from '../expenses/item.ts'
import { expenses } from '../expenses/projection.ts'
import { users } from '../users.ts'
import { rowsFrom, type Source } from './things.ts'

/** Streams that are read in one statement. */
const AT_ONCE = 250

/**
 * The expenses of `ids` as a list of the table would have had them at `position`, in this order, and beside each whether its user
 * was deleted. What was not there yet is left out.
 */
export async function expensesAt(
  log: Source,
  ids: readonly ExpenseId[],
  position: number,
): Promise<{ expense: ExpenseItem; hidden: boolean }[]> {
  const rows = rowsFrom(expenses, await eventsOf(log, ids.map(expenseStream), position))
  const found = ids.flatMap((id) => rows.get(id) ?? [])
  const mentioned = found.flatMap(({ userId, changedBy, categoryId }): Stream[] => {
    return [userStream(userId), ...(changedBy ? [userStream(changedBy)] : []), categoryStream(categoryId)]
  })
  const events = await eventsOf(log, [...new Set(mentioned)], position)
  const [people, named] = [rowsFrom(users, events), rowsFrom(categories, events)]
  return found.map(({ search: _search, major: _major, ...row }) => {
    const category = named.get(row.categoryId)?.name ?? ''
    const changedByName = (row.changedBy && people.get(row.changedBy)?.name) ?? ''
    const expense = Expense.parse({ ...row, category, changedByName })
    return { expense, hidden: people.get(row.userId)?.deleted === 1 }
  })
}

/** All that had happened to each of `streams`. */
async function eventsOf(log: Source, streams: readonly Stream[], position: number): Promise<Recorded[]> {
  const events: Recorded[] = []
  for (let from = 0; from < streams.length; from += AT_ONCE) {
    const slices = await log.readStreams(streams.slice(from, from + AT_ONCE), position)
    for (const slice of slices.values()) events.push(...slice.events)
  }
  return events
}
