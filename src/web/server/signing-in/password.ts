import { Router } from 'express'
import { users } from '../../../commands/streams.ts'
import { active } from '../../../commands/user.ts'
import { NoQuery, PasswordChange } from '../../api.ts'
import { bodyOf, queryOf } from '../http/asked.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { touchable } from '../users.ts'
import { sessionOf } from './caller.ts'
import { setSession } from './cookie.ts'
import { notYourPassword, openOwnPassword } from './own-password.ts'

/** `PUT /users/:id/password`: one's own, and for an admin everybody's. */
export function passwordRoutes(parts: Parts): Router {
  const { log, passwords, sessions, accessLog } = parts
  const router = Router()
  const ownPassword = openOwnPassword(parts)

  router.put('/users/:id/password', async (req, res) => {
    const caller = sessionOf(res)
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const { email } = active((await asOf(log, Number.MAX_SAFE_INTEGER)(users, id)).state)
    const { current, password } = bodyOf(req, PasswordChange)
    const isOwn = id === caller.id
    const since = isOwn ? await ownPassword(req, { id, email }, current) : undefined
    // Of two who change it at once, knowing the same one, only the first still knows it.
    if (!(await passwords.change(id, password, since))) throw notYourPassword()
    // The secret is new as well: whoever has a copy of the old one is signed out with all others.
    if (isOwn) setSession(res, await sessions.open(id), parts)
    await accessLog.note(req, { type: 'PasswordChanged', userId: id })
    res.status(204).end()
  })

  return router
}
