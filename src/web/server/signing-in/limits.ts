import type { Request } from 'express'
import type { Pool } from 'mysql2/promise'
import { emailClaim } from '../../../commands/claims.ts'
import type { Log } from '../../../events/log/log.ts'
import { Refused } from '../http/problems.ts'
import { deviceIn, knownDevice } from './device.ts'
import { openFailedAttempts } from './failed-attempts.ts'
import { addressOf, networkOf } from './network.ts'
import { openTurns } from './turns.ts'

/** Wrong guesses a minute: at one account, from one network, and at one account in a browser that was let into it before. */
const MOST = { account: 10, network: 100, device: 10 }
/** Guesses that a process makes at once: from a network as many as it has threads for argon2, for there may be a house behind it. */
const AT_ONCE = { account: 1, network: 4, device: 1 }

/** Whose secret is tried, from where; `device` is what the browser shows as proof that it was let in before. */
export type Attempt = { account: string; network: string; device: string | undefined }
/** `who` is refused after `most` failures; what is kept of an account or a network tells nobody which it is. */
type Budget = { who: string; most: number; turn: string }
export type Limits = ReturnType<typeof openLimits>

export function attemptOf(req: Request, email: string): Attempt {
  return { account: emailClaim(email).value, network: networkOf(addressOf(req)), device: deviceIn(req) }
}

/** Counts wrong passwords and codes, wherever they are given, in the database and so for all processes: only these count. */
export function openLimits({ pool, log }: { pool: Pool; log: Pick<Log, 'digest'> }) {
  const failed = openFailedAttempts(pool)
  const inTurn = openTurns()
  let guesses = 0

  /** What a failure counts for; and what is asked beforehand: a browser that is known has a budget of its own, and no other. */
  function budgetsOf({ account, network, device }: Attempt): { counted: Budget[]; asked: Budget[] } {
    guesses += 1
    const budget = (kind: keyof typeof MOST, ...of: string[]) => {
      const who = log.digest('failures', kind, ...of).toString('hex')
      return { who, most: MOST[kind], turn: `${who} ${guesses % AT_ONCE[kind]}` }
    }
    const strangers = [budget('account', account), budget('network', network)]
    const known = device === undefined ? undefined : knownDevice({ log }, device, account)
    if (known === undefined) return { counted: strangers, asked: strangers }
    const own = budget('device', known, account)
    return { counted: [...strangers, own], asked: [own] }
  }

  async function refuseTooMany(budgets: readonly Budget[]): Promise<void> {
    const spent = await failed.of(budgets.map(({ who }) => who))
    const waits = budgets.map(({ who, most }) => {
      const { failures, seconds } = spent.get(who) ?? { failures: 0, seconds: 0 }
      return failures >= most ? seconds : 0
    })
    // A clock that was put back makes nobody wait longer.
    const retryAfter = Math.min(60, Math.max(...waits))
    if (retryAfter === 0) return
    const message = `Too many failed sign-ins: try again in ${retryAfter} s`
    throw new Refused(429, 'too-many-attempts', message, { retryAfter })
  }

  return {
    /**
     * What `guess` finds. Throws 429, and does not let it guess, where too many were wrong before; one that is not right is counted
     * before this resolves. Each process makes one guess at a time at an account, and few from a network: of many that are asked for
     * at once, those after the last that was allowed are refused.
     */
    guess<T>(attempt: Attempt, guess: () => Promise<T>, isRight = (found: T) => found !== undefined): Promise<T> {
      const { counted, asked } = budgetsOf(attempt)
      const turns = asked.map(({ turn }) => turn)
      return inTurn(turns, async () => {
        await refuseTooMany(asked)
        const found = await guess()
        if (!isRight(found)) await failed.add(counted.map(({ who }) => who))
        return found
      })
    },
  }
}
