import { Router } from 'express'
import { users } from '../../../commands/streams.ts'
import { active, userUnknown } from '../../../commands/user.ts'
import type { UserId } from '../../../events/ids.ts'
import type { CategoryKey } from '../../../projections/projections.ts'
import { NoQuery } from '../../api.ts'
import { entriesOf } from '../audit/entries.ts'
import { expenseView } from '../expenses.ts'
import { queryOf } from '../http/asked.ts'
import { awaitNewest, tellPosition } from '../http/reading.ts'
import { sendFile } from '../http/send-file.ts'
import { asOf, userView } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { touchable } from '../users.ts'

const TABLES = ['users', 'shares', 'categories', 'expenses'] as const
const [CATEGORIES_AT_ONCE, EVENTS_AT_ONCE] = [200, 500]

/** `GET /users/:id/data.json`: all that the ledger keeps of one person, for that person to take along. */
export function ownDataRoutes(parts: Parts): Router {
  const { log, preferences, projections } = parts
  const router = Router()

  router.get('/users/:id/data.json', async (req, res) => {
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    await awaitNewest(req, parts, TABLES)
    const position = projections.slowest(TABLES)
    tellPosition(res, position)
    const source = asOf(log, position)
    const { state } = await source(users, id)
    if (state.status === 'none') throw userUnknown()
    // What is hidden with its user would be missing, and nobody would know.
    active(state)
    const begun = {
      position,
      user: await userView(source, id),
      preferences: (await preferences.of(id)).preferences,
      shares: await projections.sharesOf(id),
    }
    const lists = { categories: categoriesOf(id), expenses: expensesOf(id), history: historyOf(id, position) }
    const day = new Date().toISOString().slice(0, 10)
    await sendFile(res, { name: `ledger-${day}.json`, type: 'application/json; charset=utf-8' }, toJson(begun, lists))
  })

  /** Archived ones too. */
  async function* categoriesOf(userId: UserId): AsyncGenerator<readonly object[]> {
    for (let after: CategoryKey | undefined; ;) {
      const page = await projections.listCategories({ userId, limit: CATEGORIES_AT_ONCE, after })
      yield page.items
      if (!page.next) return
      after = page.next
    }
  }

  /** Deleted ones too. */
  async function* expensesOf(userId: UserId): AsyncGenerator<readonly object[]> {
    for await (const items of projections.everyExpense({ userId, deleted: 'all' }, 'recorded'))
      yield items.map(expenseView)
  }

  /** What anybody did in this person's ledger, oldest first. */
  async function* historyOf(userId: UserId, upTo: number): AsyncGenerator<readonly object[]> {
    for (let after = 0; ;) {
      const events = await log.readAfter(after, EVENTS_AT_ONCE, { userId, upTo })
      yield await entriesOf(log, events, upTo)
      const last = events.at(-1)
      if (!last) return
      after = last.position
    }
  }

  return router
}

/** One object: what there is one of, then the lists, an item a line. */
async function* toJson(begun: object, lists: Record<string, AsyncIterable<readonly object[]>>): AsyncGenerator<string> {
  yield JSON.stringify(begun).slice(0, -1)
  for (const [name, portions] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`
    let before = '\n'
    for await (const items of portions) {
      if (items.length === 0) continue
      yield before + items.map((item) => JSON.stringify(item)).join(',\n')
      before = ',\n'
    }
    yield ']'
  }
  yield '}\n'
}
