import { Router } from 'express'
import type * as z from 'zod'
import { categoryUnknown } from '../../commands/category.ts'
import { expenseUnknown } from '../../commands/expense.ts'
import type { Rejected } from '../../commands/rejected.ts'
import { users } from '../../commands/streams.ts'
import { userUnknown } from '../../commands/user.ts'
import { categoryStream } from '../../events/category.ts'
import type { Stream } from '../../events/event.ts'
import { expenseStream } from '../../events/expense.ts'
import { CategoryId, ExpenseId, UserId } from '../../events/ids.ts'
import { userStream } from '../../events/user.ts'
import { AsOfQuery, type AuditEntry, type HistoryEntry } from '../api.ts'
import { entriesOf } from './audit/entries.ts'
import { may } from './access/access.ts'
import { rightAsked } from './access/gate.ts'
import { resolveAsOf } from './http/as-of.ts'
import { queryOf } from './http/asked.ts'
import { awaitPosition, tellPosition } from './http/reading.ts'
import { asOf as streamsAt } from './http/views.ts'
import type { Parts } from './parts.ts'
import { callerOf } from './signing-in/caller.ts'

/** What has a history, and how an id becomes the stream that it is read from. */
type Things = { name: 'expenses' | 'categories' | 'users'; stream: z.ZodType<Stream>; unknown: () => Rejected }

const allThings: readonly Things[] = [
  { name: 'expenses', stream: ExpenseId.transform(expenseStream), unknown: expenseUnknown },
  { name: 'categories', stream: CategoryId.transform(categoryStream), unknown: categoryUnknown },
  { name: 'users', stream: UserId.transform(userStream), unknown: userUnknown },
]

/**
 * `GET /expenses/:id/history` and its like: everything that happened to one thing, oldest first, straight from the log; also
 * to one that is deleted, but not to what is hidden with its user: the audit has that.
 */
export function historyRoutes(parts: Parts): Router {
  const router = Router()
  for (const things of allThings) addRoute(router, parts, things)
  return router
}

function addRoute(router: Router, parts: Parts, { name, stream, unknown }: Things): void {
  router.get(`/${name}/:id/history`, async (req, res) => {
    const { asOf } = queryOf(req, AsOfQuery)
    const { data: asked } = stream.safeParse(req.params.id)
    if (!asked) throw unknown()
    await awaitPosition(req, parts, [name])
    const upTo = asOf === undefined ? undefined : await resolveAsOf(parts.log, asOf)
    const slice = (await parts.log.readStreams([asked], upTo)).get(asked)
    const owner = slice?.events[0]?.event.userId
    if (!slice || !owner || !(await may(parts, rightAsked(res), callerOf(res), owner))) throw unknown()
    const position = upTo ?? slice.seenAt
    if (name !== 'users' && (await isGone(parts, owner, position))) throw unknown()
    tellPosition(res, position)
    res.json((await entriesOf(parts.log, slice.events, position)).map(toHistory))
  })
}

async function isGone({ log }: Parts, user: UserId, position: number): Promise<boolean> {
  const { state } = await streamsAt(log, position)(users, user)
  return state.status !== 'active'
}

function toHistory({
  stream: _stream,
  userId: _userId,
  summary: _summary,
  about: _about,
  ...entry
}: AuditEntry): HistoryEntry {
  return entry
}
