import type { UserId } from '../../events/ids.ts'
import { Category, withoutKey, type CategoryItem, type CategoryKey, type CategoryRow } from '../categories.ts'
import type { Ledger } from '../ledger.ts'
import { pageOf } from '../page.ts'
import { User } from '../users.ts'
import { expensesAsOf, totalsOf } from './expense-lists.ts'
import type { Memo } from './memo.ts'
import { categoriesAt, hiddenIn, usersAt, type Source } from './things.ts'

/** What the tables are asked, asked of the log: what was known when it had come to `position`. */
export function ledgerAt(log: Source, memo: Memo, position: number): Ledger {
  const { standings, ...expenses } = expensesAsOf(log, memo, position)

  /** Without those of users who were deleted then. */
  async function categoriesShown(userId?: UserId) {
    const [all, people] = await Promise.all([categoriesAt(log, position, userId), usersAt(log, position)])
    const hidden = hiddenIn(people)
    return [...all.values()].filter(({ userId }) => !hidden.has(userId))
  }

  return {
    ...expenses,

    async userById(id) {
      const user = (await usersAt(log, position)).get(id)
      return user && User.parse(user)
    },

    async listUsers({ deleted, only, limit, after = 0 }) {
      const found = [...(await usersAt(log, position)).values()].filter((user) => {
        return user.deleted === (deleted ? 1 : 0) && (only === undefined || user.id === only) && user.position > after
      })
      const users = found.sort((one, other) => one.position - other.position).map((user) => User.parse(user))
      return pageOf(users, limit, (user) => user.position)
    },

    async totalsOfUser(userId) {
      const people = await usersAt(log, position)
      if (hiddenIn(people).has(userId)) return []
      return totalsOf((await standings(userId)).filter(({ deleted }) => !deleted))
    },

    async categoryById(id) {
      const category = (await categoriesShown()).find((one) => one.id === id)
      return category && itemOf(category)
    },

    async listCategories({ userId, archived, limit, after }) {
      const shown = await categoriesShown(userId)
      const found = shown.filter((one) => archived === undefined || one.archived === (archived ? 1 : 0))
      const rest = found.filter((category) => !after || compare(category, after) > 0).sort(compare)
      const page = pageOf(rest, limit, ({ nameKey, id }): CategoryKey => ({ nameKey, id }))
      return { ...page, items: page.items.map(itemOf) }
    },
  }
}

function itemOf({ search: _search, position: _position, ...row }: CategoryRow): CategoryItem {
  return withoutKey(Category.parse(row))
}

/** By name as the database sorts it: by code points, which UTF-8 keeps in order and UTF-16 does not. */
function compare(one: CategoryKey, other: CategoryKey): number {
  const byName = Buffer.compare(Buffer.from(one.nameKey), Buffer.from(other.nameKey))
  return byName || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}
