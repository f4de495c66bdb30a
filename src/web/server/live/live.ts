import { Router, type Request } from 'express'
import type { UserId } from '../../../events/ids.ts'
import { LiveQuery } from '../../api.ts'
import { queryOf } from '../http/asked.ts'
import { openCallers } from '../signing-in/caller.ts'
import { awaitReached } from '../http/reading.ts'
import type { Parts } from '../parts.ts'
import { invalid, Refused } from '../http/problems.ts'
import { openHub } from './hub.ts'

/** Of more than so many events, whoever shows something is told only that there were some: it is read again at once. */
const FAR = 500

/** `GET /live`: server-sent events of what happens, as it happens. */
export function liveRoutes(parts: Parts): Router {
  const hub = openHub(parts.log, parts.stopping)
  const whoAsks = openCallers(parts)
  const router = Router()

  router.get('/live', async (req, res) => {
    const { after: shown } = queryOf(req, LiveQuery)
    const last = lastEventIdOf(req) ?? (shown === undefined ? undefined : Number(shown))
    const { position: head } = await parts.log.head()
    // Asked again after the head: whatever changes about whoever asks from there on is told by the log itself.
    const caller = await whoAsks(req)
    if (!caller) throw new Refused(401, 'not-signed-in', 'Sign in first')
    const { id: userId, role } = caller
    res.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
    if (req.method === 'HEAD') return void res.end()
    // A ledger that was restored from a backup may never have come to where somebody was.
    const isBehind = shown !== undefined && last !== undefined && (last > head || head - last > FAR)
    const after = isBehind ? head : Math.min(last ?? head, head)
    const mayStill = async () => (await whoAsks(req, true))?.role === role
    const sees = role === 'admin' ? 'all' : await seenBy(userId, head)
    hub.add(res, { userId, sees, after, isBehind, knownAt: head }, mayStill)
  })

  /** One's own ledger, and those that were shared with one by `head`. */
  async function seenBy(userId: UserId, head: number): Promise<ReadonlySet<UserId>> {
    await awaitReached(parts, head, ['shares', 'users'])
    return new Set([userId, ...(await parts.projections.sharedWith(userId)).map((ledger) => ledger.userId)])
  }

  return router
}

/** What whoever comes back was told last. */
function lastEventIdOf(req: Request): number | undefined {
  const header = req.get('Last-Event-ID')
  if (header === undefined || header === '') return undefined
  if (!/^\d{1,15}$/.test(header)) throw invalid([{ path: 'Last-Event-ID', message: 'Expected a position' }])
  return Number(header)
}
