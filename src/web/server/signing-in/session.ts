import { Router } from 'express'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { emailClaim } from '../../../commands/claims.ts'
import { UserId } from '../../../events/ids.ts'
import { NoQuery, SignIn } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { callerOf, clearSession, secretOf, setSession } from './caller.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'
import { asOf, userView } from '../http/views.ts'

/** Failed sign-ins a minute, for one address of e-mail and for one address of the network. */
const PER_ACCOUNT = 10
const PER_ADDRESS = 100
const MINUTE = 60

type Attempt = { account: string; address: string }

export function sessionRoutes(parts: Parts): Router {
  const { log, sessions, passwords, publicUrl } = parts
  const secure = publicUrl?.protocol === 'https:'
  const failures = {
    account: new RateLimiterMemory({ points: PER_ACCOUNT, duration: MINUTE }),
    address: new RateLimiterMemory({ points: PER_ADDRESS, duration: MINUTE }),
  }
  const router = Router()

  router.post('/session', async (req, res) => {
    queryOf(req, NoQuery)
    const { email, password } = bodyOf(req, SignIn)
    const claim = emailClaim(email)
    const attempt = { account: claim.value, address: req.ip ?? '' }
    await refuseTooMany(attempt)
    const { stream } = await log.holder(claim)
    const userId = stream === null ? undefined : UserId.parse(stream.slice('user-'.length))
    if (!(await passwords.check(userId, password)) || !userId) {
      await countFailure(attempt)
      throw new Refused(401, 'sign-in-failed', 'E-mail address or password is wrong', await whetherFirst())
    }
    // Of guesses made at once the right one may come after too many wrong ones.
    await refuseTooMany(attempt)
    // A new secret at each sign-in: one that somebody planted beforehand is worth nothing.
    setSession(res, await sessions.open(userId), secure)
    res.json(await current(userId))
  })

  router.get('/session', async (req, res) => {
    queryOf(req, NoQuery)
    if (!res.locals.caller) throw new Refused(401, 'not-signed-in', 'Sign in first', await whetherFirst())
    res.json(await current(callerOf(res).id))
  })

  router.delete('/session', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const secret = secretOf(req)
    if (secret !== undefined) await sessions.end(secret)
    clearSession(res, secure)
    res.status(204).end()
  })

  async function refuseTooMany({ account, address }: Attempt): Promise<void> {
    const states = await Promise.all([failures.account.get(account), failures.address.get(address)])
    const full = [PER_ACCOUNT, PER_ADDRESS].map((most, index) => {
      const state = states[index]
      return state && state.consumedPoints >= most ? state.msBeforeNext : 0
    })
    const wait = Math.max(...full)
    if (wait > 0) throw tooMany(wait)
  }

  /** Throws where this was one too many: of guesses made at once all were let in. */
  async function countFailure({ account, address }: Attempt): Promise<void> {
    const counts = await Promise.allSettled([failures.account.consume(account), failures.address.consume(address)])
    const waits = counts.map((count) =>
      count.status === 'rejected' ? (count.reason as RateLimiterRes).msBeforeNext : 0,
    )
    const wait = Math.max(...waits)
    if (wait > 0) throw tooMany(wait)
  }

  async function whetherFirst() {
    return (await parts.isFirstRun()) ? { firstRun: true } : {}
  }

  async function current(id: UserId) {
    return userView(asOf(log, Number.MAX_SAFE_INTEGER), id)
  }

  return router
}

/** `wait` is in milliseconds. */
function tooMany(wait: number): Refused {
  const retryAfter = Math.min(MINUTE, Math.max(1, Math.ceil(wait / 1000)))
  const message = `Too many failed sign-ins: try again in ${retryAfter} s`
  return new Refused(429, 'too-many-attempts', message, { retryAfter })
}
