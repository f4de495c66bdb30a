import type { ExpenseId, UserId } from '../../events/ids.ts'
import type { Currency } from '../../events/money.ts'
import type { ExpenseFilter } from '../expenses/filter.ts'
import type { ExpenseItem } from '../expenses/item.ts'
import type { ExpenseQueries, ExpenseTotal } from '../expenses/queries.ts'
import { keyOf, type ExpenseSort } from '../expenses/sort.ts'
import { pageOf } from '../page.ts'
import { replay } from '../reports/replay.ts'
import { openStandings, type Standing } from '../reports/standings.ts'
import { describedBy } from './described.ts'
import { expensesAt } from './expenses-at.ts'
import { matcherOf } from './matching.ts'
import type { Memo } from './memo.ts'
import { countUpTo, sorted } from './order.ts'
import { categoriesAt, hiddenIn, usersAt, type Source } from './things.ts'

/** Expenses that are told of at a time where all are asked for. */
const PORTION = 500

/**
 * The lists of expenses as of `position`. Which ones, and in which order, their amounts and dates say, which are not sealed;
 * the words are read of those alone that are told of.
 */
export function expensesAsOf(log: Source, memo: Memo, position: number) {
  const standings = (userId?: UserId) => {
    return memo.once(`standings ${position} ${userId}`, () => standingsAt(log, position, userId), count)
  }

  function matching(filter: ExpenseFilter): Promise<readonly Standing[]> {
    return memo.once(`matching ${position} ${textOf(filter)}`, () => select(filter), countShared)
  }

  function inOrder(filter: ExpenseFilter, sort: ExpenseSort): Promise<readonly Standing[]> {
    const key = `sorted ${position} ${sort} ${textOf(filter)}`
    return memo.once(key, async () => sorted(await matching(filter), sort), countShared)
  }

  async function select(filter: ExpenseFilter): Promise<readonly Standing[]> {
    const { q, batch, userId } = filter
    const [all, people, categories, described, touched] = await Promise.all([
      standings(userId),
      usersAt(log, position),
      categoriesAt(log, position, userId),
      q ? describedBy(log, { q, userId, position }) : new Set<ExpenseId>(),
      batch ? log.expensesOfBatch(batch, undefined, position) : [],
    ])
    const known = { hidden: hiddenIn(people), categories, described, touched: new Set(touched) }
    return all.filter(matcherOf(filter, known))
  }

  async function tell(page: readonly Standing[]): Promise<ExpenseItem[]> {
    const ids = page.map(({ id }) => id)
    return (await expensesAt(log, ids, position)).map(({ expense }) => expense)
  }

  const queries: Omit<ExpenseQueries, 'findExpenses'> = {
    async expenseById(id) {
      const [found] = await expensesAt(log, [id], position)
      return found && !found.hidden ? found.expense : undefined
    },

    async listExpenses({ filter, sort, limit, after }) {
      const all = await inOrder(filter, sort)
      const from = after ? countUpTo(all, sort, after) : 0
      const { items, next } = pageOf(all.slice(from, from + limit + 1), limit, (standing) => keyOf(standing, sort))
      return { items: await tell(items), next }
    },

    async *everyExpense(filter, sort) {
      const all = await inOrder(filter, sort)
      for (let from = 0; from < all.length; from += PORTION) {
        yield await tell(all.slice(from, from + PORTION))
      }
    },

    async totalsOfExpenses(filter) {
      const all = await matching(filter)
      return { count: all.length, totals: totalsOf(all) }
    },
  }
  return { ...queries, standings }
}

async function standingsAt(log: Source, position: number, userId: UserId | undefined): Promise<readonly Standing[]> {
  const { expenses, take } = openStandings()
  for await (const events of replay(log, { userId, upTo: position }, {})) events.forEach(take)
  return [...expenses.values()]
}

/** By currency. */
export function totalsOf(standings: readonly Standing[]): ExpenseTotal[] {
  const sums = new Map<Currency, ExpenseTotal>()
  for (const { currency, amount } of standings) {
    const sum = sums.get(currency) ?? { currency, count: 0, total: 0n }
    sums.set(currency, { currency, count: sum.count + 1, total: sum.total + BigInt(amount) })
  }
  return [...sums.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1))
}

/** The same for the same filter, in whichever order it was written. */
function textOf(filter: ExpenseFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return JSON.stringify(given.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function count(standings: readonly Standing[]): number {
  return standings.length
}

/** Of another list's standings it is a place each that is kept. */
function countShared(standings: readonly Standing[]): number {
  return Math.ceil(standings.length / 10)
}
