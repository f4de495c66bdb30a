import { Router, type Request, type Response } from 'express'
import type { By } from '../../../commands/by.ts'
import type { Handled } from '../../../commands/handle.ts'
import { Rejected } from '../../../commands/rejected.ts'
import { emailClaim } from '../../../commands/claims.ts'
import { users } from '../../../commands/streams.ts'
import { endShare, shareLedger } from '../../../commands/user-commands.ts'
import { userUnknown } from '../../../commands/user.ts'
import { UserId } from '../../../events/ids.ts'
import { NewShare, NoQuery, type Share } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { askedBy } from '../http/commanding.ts'
import { awaitPosition, tellPosition } from '../http/reading.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { byOf, callerOf } from '../signing-in/caller.ts'
import { touchable } from '../users.ts'

const TABLES = ['shares', 'users'] as const

/** `GET` and `POST /users/:id/shares`, `DELETE /users/:id/shares/:with`, and `GET /shares`, what is shared with oneself. */
export function sharingRoutes(parts: Parts): Router {
  const { projections, log, handle, accessLog } = parts
  const router = Router()

  router.get('/users/:id/shares', async (req, res) => {
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const shares = await read(req, res, async () => (await projections.userById(id)) && projections.sharesOf(id))
    if (!shares) throw userUnknown()
    res.json(shares)
  })

  router.get('/shares', async (req, res) => {
    queryOf(req, NoQuery)
    const { id } = callerOf(res)
    res.json(await read(req, res, () => projections.sharedWith(id)))
  })

  router.post('/users/:id/shares', async (req, res) => {
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const { email, userId, role } = bodyOf(req, NewShare)
    const other = userId ?? (await whoHas(email ?? ''))
    const handled = await handle(askedBy(req, res, parts), 201, shareLedger(id, { other, role }, byOf(req, res)))
    const position = tell(res, handled)
    if (!('replayed' in handled)) await accessLog.note(req, { type: 'LedgerShared', userId: id, aboutId: other })
    const { state } = await asOf(log, position)(users, other)
    const share: Share = { userId: other, name: state.status === 'none' ? '' : state.name, role }
    res.status(201).json(share)
  })

  router.delete('/users/:id/shares/:with', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const other = UserId.safeParse(req.params.with)
    if (!other.success) throw userUnknown()
    // Who was let in may also leave. To anybody else the ledger is not there.
    const leaves = other.data === callerOf(res).id
    const id = leaves ? UserId.safeParse(req.params.id).data : touchable(req, res)
    if (!id) throw userUnknown()
    const by = leaves ? { ...byOf(req, res), standingIn: standingOfGuest(other.data) } : byOf(req, res)
    const handled = await handle(askedBy(req, res, parts), 204, endShare(id, other.data, by))
    tell(res, handled)
    if (!('replayed' in handled)) await accessLog.note(req, { type: 'ShareEnded', userId: id, aboutId: other.data })
    res.status(204).end()
  })

  async function read<T>(req: Request, res: Response, find: () => Promise<T>): Promise<T> {
    await awaitPosition(req, parts, TABLES)
    tellPosition(res, projections.slowest(TABLES))
    return find()
  }

  async function whoHas(email: string): Promise<UserId> {
    const { stream } = await log.holder(emailClaim(email))
    if (stream) return UserId.parse(stream.slice('user-'.length))
    throw new Rejected('InvalidReference', 'Nobody here has this e-mail address', 'email')
  }

  return router
}

/** Whoever leaves a ledger has, for that, the right of its owner. */
function standingOfGuest(guest: UserId): By['standingIn'] {
  return (_owner, shares) => (shares[guest] === undefined ? undefined : 'owner')
}

/** The headers of a command's answer. The position is that of its last event. */
function tell(res: Response, handled: Handled): number {
  const replayed = 'replayed' in handled
  const { version, position } = replayed ? handled.replayed : handled
  if (replayed) res.set('Idempotent-Replay', 'true')
  res.set('ETag', `"${version}"`).set('Ledger-Position', String(position))
  return position
}
