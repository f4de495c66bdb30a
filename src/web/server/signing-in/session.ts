import { Router, type Request } from 'express'
import { emailClaim } from '../../../commands/claims.ts'
import { UserId } from '../../../events/ids.ts'
import { NoQuery, SignIn } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { callerOf, sessionOf } from './caller.ts'
import { openCodeCheck } from './code.ts'
import { clearSession, secretOf, setSession } from './cookie.ts'
import { rememberDevice } from './device.ts'
import { attemptOf } from './limits.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'
import { asOf, userView } from '../http/views.ts'

/** `POST`, `GET` and `DELETE /session`: sign in, who am I, sign out. */
export function sessionRoutes(parts: Parts): Router {
  const { log, sessions, passwords, limits, accessLog } = parts
  const router = Router()
  const checkCode = openCodeCheck(parts)

  router.post('/session', async (req, res) => {
    queryOf(req, NoQuery)
    const { email, password, code } = bodyOf(req, SignIn)
    const attempt = attemptOf(req, email)
    const { stream } = await log.holder(emailClaim(email))
    const userId = stream === null ? undefined : UserId.parse(stream.slice('user-'.length))
    const since = await limits.guess(attempt, () => passwords.check(userId, password))
    if (since === undefined || !userId) throw await signInFailed(req, userId)
    await checkCode(req, userId, code, attempt)
    // A new secret at each sign-in: one that somebody planted beforehand is worth nothing.
    const secret = await sessions.openWith(userId, since)
    if (secret === undefined) throw await signInFailed(req, userId)
    const before = secretOf(req)
    if (before !== undefined) await sessions.end(before)
    setSession(res, secret, parts)
    rememberDevice(req, res, parts, email)
    const signedIn = accessLog.note(req, { type: 'SignedIn', userId, actorId: userId })
    const [user] = await Promise.all([current(userId), signedIn])
    res.json(user)
  })

  router.get('/session', async (req, res) => {
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
    if (res.locals.caller) await accessLog.note(req, { type: 'SignedOut', userId: callerOf(res).id })
    clearSession(res, parts)
    res.status(204).end()
  })

  async function signInFailed(req: Request, userId: UserId | undefined): Promise<Refused> {
    await accessLog.note(req, { type: 'SignInFailed', userId, actorId: null })
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
