import type { Request } from 'express'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { emailClaim } from '../../../commands/claims.ts'
import { Refused } from '../http/problems.ts'

/** Wrong passwords a minute, for one address of e-mail and for one address of the network. */
const PER_ACCOUNT = 10
const PER_ADDRESS = 100
const MINUTE = 60

/** Whose password is tried, from where. */
export type Attempt = { account: string; address: string }
export type Failures = ReturnType<typeof openFailures>

export function attemptOf(req: Request, email: string): Attempt {
  return { account: emailClaim(email).value, address: req.ip ?? '' }
}

/** Counts wrong passwords, wherever they are given: only these count. */
export function openFailures() {
  const accounts = new RateLimiterMemory({ points: PER_ACCOUNT, duration: MINUTE })
  const addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: MINUTE })

  return {
    /** Throws 429 where there were too many already. */
    async refuseTooMany({ account, address }: Attempt): Promise<void> {
      const states = await Promise.all([accounts.get(account), addresses.get(address)])
      refuseFor(
        [PER_ACCOUNT, PER_ADDRESS].map((most, index) => {
          const state = states[index]
          return state && state.consumedPoints >= most ? state.msBeforeNext : 0
        }),
      )
    },
    /** Throws 429 where this was one too many: of guesses made at once all were let in. */
    async count({ account, address }: Attempt): Promise<void> {
      const counts = await Promise.allSettled([accounts.consume(account), addresses.consume(address)])
      refuseFor(
        counts.map((count) => (count.status === 'rejected' ? (count.reason as RateLimiterRes).msBeforeNext : 0)),
      )
    },
  }
}

/** `waits` are in milliseconds. */
function refuseFor(waits: readonly number[]): void {
  const wait = Math.max(...waits)
  if (wait <= 0) return
  const retryAfter = Math.min(MINUTE, Math.max(1, Math.ceil(wait / 1000)))
  const message = `Too many failed sign-ins: try again in ${retryAfter} s`
  throw new Refused(429, 'too-many-attempts', message, { retryAfter })
}
