import { Router } from 'express'
import { emailClaim } from '../../../commands/claims.ts'
import { UserId } from '../../../events/ids.ts'
import { NoQuery, SignIn } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { callerOf, sessionOf } from './caller.ts'
import { clearSession, secretOf, setSession } from './cookie.ts'
import { attemptOf, type Failures } from './failures.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'
import { asOf, userView } from '../http/views.ts'

/** `POST`, `GET` and `DELETE /session`: sign in, who am I, sign out. */
export function sessionRoutes(parts: Parts, failures: Failures): Router {
  const { log, sessions, passwords } = parts
  const router = Router()

  router.post('/session', async (req, res) => {
    queryOf(req, NoQuery)
    const { email, password } = bodyOf(req, SignIn)
    const attempt = attemptOf(req, email)
    await failures.refuseTooMany(attempt)
    const { stream } = await log.holder(emailClaim(email))
    const userId = stream === null ? undefined : UserId.parse(stream.slice('user-'.length))
    const since = await passwords.check(userId, password)
    if (since === undefined || !userId) {
      await failures.count(attempt)
      throw await signInFailed()
    }
    // Of guesses made at once the right one may come after too many wrong ones.
    await failures.refuseTooMany(attempt)
    // A new secret at each sign-in: one that somebody planted beforehand is worth nothing.
    const secret = await sessions.openWith(userId, since)
    if (secret === undefined) throw await signInFailed()
    setSession(res, secret, parts)
    res.json(await current(userId))
  })

  router.get('/session', async (req, res) => {
    if (!res.locals.caller) throw new Refused(401, 'not-signed-in', 'Sign in first', await whetherFirst())
    queryOf(req, NoQuery)
    res.json(await current(callerOf(res).id))
  })

  router.delete('/session', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    // Whoever is signed out already may sign out; who shows a token is told that it stays.
    if (res.locals.caller) sessionOf(res)
    const secret = secretOf(req)
    if (secret !== undefined) await sessions.end(secret)
    clearSession(res, parts)
    res.status(204).end()
  })

  async function signInFailed(): Promise<Refused> {
    return new Refused(401, 'sign-in-failed', 'E-mail address or password is wrong', await whetherFirst())
  }

  async function whetherFirst() {
    return (await parts.isFirstRun()) ? { firstRun: true } : {}
  }

  async function current(id: UserId) {
    return userView(asOf(log, Number.MAX_SAFE_INTEGER), id)
  }

  return router
}
