import { Router } from 'express'
import { UserId } from '../../../events/ids.ts'
import { userStream } from '../../../events/user.ts'
import { AccessLogQuery, type AccessEntry } from '../../api.ts'
import { namesIn } from '../audit/names.ts'
import { pagedQueryOf, toCursor } from '../http/cursors.ts'
import type { Parts } from '../parts.ts'
import { Place, type Kept } from './store.ts'

/** `GET /access-log`: who came in or tried to, newest first. */
export function accessLogRoutes({ accessLog, log }: Pick<Parts, 'accessLog' | 'log'>): Router {
  const router = Router()

  router.get('/access-log', async (req, res) => {
    const { query, after } = pagedQueryOf(req, AccessLogQuery, () => Place)
    const { items, next } = await accessLog.list(query, query.limit ?? 50, after)
    res.json({ items: await named(items), next: toCursor(query, next) })
  })

  /** With what people are called now. */
  async function named(entries: readonly Kept[]): Promise<AccessEntry[]> {
    const ids = entries.flatMap(({ userId, actorId, ...entry }) => [userId, actorId, otherIn(entry)])
    const streams = new Set(ids.filter((id) => id !== null).map(userStream))
    const names = namesIn(await log.readStreams([...streams]))
    const person = (id: UserId | null) => id && { id, name: names.now(userStream(id)) }
    return entries.map(({ userId, actorId, aboutId, ...entry }) => {
      const other = otherIn({ ...entry, aboutId })
      const tokenId = other === null ? aboutId : null
      return { ...entry, user: person(userId), actor: person(actorId), other: person(other), tokenId }
    })
  }

  return router
}

function otherIn({ type, aboutId }: Pick<Kept, 'type' | 'aboutId'>): UserId | null {
  return type === 'LedgerShared' || type === 'ShareEnded' ? UserId.nullable().parse(aboutId) : null
}
