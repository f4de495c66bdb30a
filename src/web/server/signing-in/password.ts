import { Router, type Request } from 'express'
import { users } from '../../../commands/streams.ts'
import { active } from '../../../commands/user.ts'
import type { UserId } from '../../../events/ids.ts'
import { NoQuery, PasswordChange } from '../../api.ts'
import { bodyOf, queryOf } from '../http/asked.ts'
import { invalid } from '../http/problems.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { touchable } from '../users.ts'
import { sessionOf, signedIn } from './caller.ts'
import { setSession } from './cookie.ts'
import { attemptOf, type Failures } from './failures.ts'

/** `PUT /users/:id/password`: one's own, and for an admin everybody's. */
export function passwordRoutes(parts: Parts, failures: Failures): Router {
  const { log, passwords, sessions } = parts
  const router = Router()

  router.put('/users/:id/password', signedIn, async (req, res) => {
    const caller = sessionOf(res)
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const { email } = active((await asOf(log, Number.MAX_SAFE_INTEGER)(users, id)).state)
    const { current, password } = bodyOf(req, PasswordChange)
    const isOwn = id === caller.id
    const since = isOwn ? await checked(req, { id, email }, current) : undefined
    // Of two who change it at once, knowing the same one, only the first still knows it.
    if (!(await passwords.change(id, password, since))) throw wrong()
    // The secret is new as well: whoever has a copy of the old one is signed out with all others.
    if (isOwn) setSession(res, await sessions.open(id), parts)
    res.status(204).end()
  })

  /**
   * Since when `current` has been the password. A session that somebody got hold of is not enough to change it, and to guess it in
   * one is as slow as anywhere.
   */
  async function checked(req: Request, { id, email }: { id: UserId; email: string }, current: string | undefined) {
    if (current === undefined) throw invalid([{ path: 'current', message: 'Required' }])
    const attempt = attemptOf(req, email)
    await failures.refuseTooMany(attempt)
    const since = await passwords.check(id, current)
    if (since === undefined) {
      await failures.count(attempt)
      throw wrong()
    }
    await failures.refuseTooMany(attempt)
    return since
  }

  return router
}

const wrong = () => invalid([{ path: 'current', message: 'This is not your password' }])
