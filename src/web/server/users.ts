import { Router, type Request, type Response } from 'express'
import * as z from 'zod'
import { changeUser, deleteUser, registerFirstUser, registerUser, restoreUser } from '../../commands/user-commands.ts'
import { Currency, toMajor } from '../../events/money.ts'
import { newId, UserId } from '../../events/ids.ts'
import { AsOfQuery, NewUser, NoQuery, UserChange, UserQuery } from '../api.ts'
import { allows, unshared } from '../../commands/rights.ts'
import { may, standingOf } from './access/access.ts'
import { rightAsked } from './access/gate.ts'
import { bodyOf, noBody, queryOf } from './http/asked.ts'
import { byOf, callerOf, needAdmin } from './signing-in/caller.ts'
import { setSession } from './signing-in/cookie.ts'
import { rememberDevice } from './signing-in/device.ts'
import { answer, askedBy, command } from './http/commanding.ts'
import { pagedQueryOf, toCursor } from './http/cursors.ts'
import type { Parts } from './parts.ts'
import { userUnknown } from '../../commands/user.ts'
import { readLedger } from './http/reading.ts'

const Position = z.int().nonnegative()
const euro = Currency.parse('EUR')

export function userRoutes(parts: Parts): Router {
  const { sessions, tokens, passwords, accessLog } = parts
  const router = Router()

  router.post('/users', async (req, res) => {
    // Of those who are not signed in only the first of all comes this far.
    const first = !res.locals.caller
    queryOf(req, NoQuery)
    const registration = registrationOf(req)
    if (!first) return command(parts, req, res, registerUser(registration), 201)
    const { userId } = registration
    const asked = { actorId: userId, metadata: { correlationId: req.id, origin: 'web' as const } }
    const handled = await parts.handle(asked, 201, registerFirstUser(registration))
    setSession(res, await sessions.open(userId), parts)
    rememberDevice(req, res, parts, registration.fields.email)
    await accessLog.note(req, { type: 'SignedIn', userId, actorId: userId })
    return answer(res, 201, parts, handled)
  })

  router.get('/users', async (req, res) => {
    const caller = callerOf(res)
    const { query, after, at } = pagedQueryOf(req, UserQuery, () => Position)
    const { deleted, limit = 50, asOf } = query
    if (deleted === 'true') needAdmin(caller)
    const only = caller.role === 'admin' ? undefined : caller.id
    const { position, found } = await readLedger(parts, req, res, { names: ['users'], asOf, at }, (ledger) =>
      ledger.listUsers({ deleted: deleted === 'true', only, limit, after }),
    )
    const items = found.items.map(({ position: _position, ...user }) => user)
    res.json({ items, next: toCursor(query, found.next, position) })
  })

  router.get('/users/:id', async (req, res) => {
    const { asOf } = queryOf(req, AsOfQuery)
    const id = touchable(req, res)
    const { found } = await readLedger(parts, req, res, { names: ['users'], asOf }, (ledger) => ledger.userById(id))
    if (!found) throw userUnknown()
    const { position: _position, ...user } = found
    res.set('ETag', `"${user.version}"`).json(user)
  })

  router.get('/users/:id/totals', async (req, res) => {
    const { asOf } = queryOf(req, AsOfQuery)
    const id = await visible(req, res)
    const { found } = await readLedger(parts, req, res, { names: ['users', 'user_totals'], asOf }, async (ledger) => {
      return (await ledger.userById(id)) && ledger.totalsOfUser(id)
    })
    if (!found) throw userUnknown()
    res.json(found.map(({ currency, count, total }) => ({ currency, count, total: toMajor(total, currency) })))
  })

  router.patch('/users/:id', async (req, res) => {
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const wanted = bodyOf(req, UserChange)
    if (wanted.role !== undefined) needAdmin(callerOf(res))
    await command(parts, req, res, changeUser(id, wanted, byOf(req, res)))
  })

  router.delete('/users/:id', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const id = touchable(req, res)
    const handled = await parts.handle(askedBy(req, res, parts), 200, deleteUser(id, byOf(req, res)))
    await endAllOf(id)
    await answer(res, 200, parts, handled)
  })

  router.post('/users/:id/restore', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const id = touchable(req, res)
    // What was opened while the user was being deleted ends before it could count again.
    const ending = { before: () => endAllOf(id) }
    const restore = restoreUser(id, byOf(req, res))
    await command(parts, req, res, async (read) => ({ ...(await restore(read)), ...ending }))
  })

  async function endAllOf(id: UserId): Promise<void> {
    await sessions.endAllOf(id)
    await tokens.endAllOf(id)
  }

  /** The user in the path, if whoever asks may look at that one's ledger. */
  async function visible(req: Request, res: Response): Promise<UserId> {
    const id = UserId.safeParse(req.params.id)
    if (!id.success || !(await may(parts, rightAsked(res), callerOf(res), id.data))) throw userUnknown()
    return id.data
  }

  function registrationOf(req: Request) {
    const { name, email, password, role = 'member', currency = euro } = bodyOf(req, NewUser)
    const userId = UserId.parse(newId())
    return { userId, fields: { name, email, role, currency }, before: () => passwords.keep(userId, password) }
  }

  return router
}

/** The user in the path, if it is their own profile, or an admin asks. */
export function touchable(req: Request, res: Response): UserId {
  const id = UserId.safeParse(req.params.id)
  if (!id.success || !allows('own', standingOf(callerOf(res), id.data, unshared))) throw userUnknown()
  return id.data
}
