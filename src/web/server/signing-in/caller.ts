import type { Request, RequestHandler, Response } from 'express'
import type { By } from '../../../commands/by.ts'
import { fold, users } from '../../../commands/streams.ts'
import { userStream, type Role } from '../../../events/user.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Scope } from '../../api.ts'
import { standingOf } from '../access/access.ts'
import { versionOf } from '../http/asked.ts'
import type { Parts } from '../parts.ts'
import { notAllowed, Refused } from '../http/problems.ts'
import { bearerOf } from './bearer.ts'
import { secretOf } from './cookie.ts'
import { keepToScope, scopeTooSmall } from './scopes.ts'

/** Who asks, and by what means: the secret of a session, or a token's scope. `role` is as far as that goes. */
export type Caller = { id: UserId; name: string; role: Role; means: { session: string } | { scope: Scope } }

type Doors = Pick<Parts, 'sessions' | 'tokens' | 'log' | 'accessLog'>

/** Finds out who asks and keeps it for `callerOf`. Nobody is somebody too: routes say whether they need more. */
export function identify(parts: Doors): RequestHandler {
  const whoAsks = openCallers(parts)
  return async (req, res, next) => {
    const caller = await whoAsks(req)
    if (caller) {
      keepToScope(req, caller)
      res.locals.caller = caller
    } else if (bearerOf(req) !== undefined) {
      throw new Refused(401, 'token-invalid', 'This token is unknown, was ended, or has expired')
    }
    next()
  }
}

/** Who sent a request, as of now. With `looking` nothing is said of the session or token being in use. */
export function openCallers({ sessions, tokens, log, accessLog }: Doors) {
  type User = Pick<Caller, 'id' | 'name' | 'role'>
  const known = new Map<UserId, { version: number; user: User | undefined }>()

  async function userAt({ userId, userVersion }: { userId: UserId; userVersion: number }) {
    const remembered = known.get(userId)
    if (remembered?.version === userVersion) return remembered.user
    const slice = (await log.readStreams([userStream(userId)])).get(userStream(userId))
    const { state, version } = fold(users, slice?.events ?? [])
    const user = state.status === 'active' ? { id: userId, name: state.name, role: state.role } : undefined
    if (known.size > 10_000) known.clear()
    known.set(userId, { version, user })
    return user
  }

  async function byToken(req: Request, token: string, looking: boolean): Promise<Caller | undefined> {
    const found = await (looking ? tokens.look(token) : tokens.find(token))
    const user = found && (await userAt(found))
    if (!user) return undefined
    const { id: aboutId, scope, isUnused } = found
    if (isUnused && !looking && (await tokens.beginUse(aboutId)))
      await accessLog.note(req, { type: 'TokenUsed', userId: user.id, actorId: user.id, aboutId })
    return { ...user, role: scope === 'admin' ? user.role : 'member', means: { scope } }
  }

  async function bySession(secret: string, looking: boolean): Promise<Caller | undefined> {
    const found = await (looking ? sessions.look(secret) : sessions.find(secret))
    const user = found && (await userAt(found))
    return user && { ...user, means: { session: secret } }
  }

  return async (req: Request, looking = false): Promise<Caller | undefined> => {
    // Beside a token, even one that is worth nothing, a cookie does not count: whoever shows a token means it.
    const token = bearerOf(req)
    if (token !== undefined) return byToken(req, token, looking)
    const secret = secretOf(req)
    return secret === undefined ? undefined : bySession(secret, looking)
  }
}

/** Who asks. Throws 401 for nobody. */
export function callerOf(res: Response): Caller {
  const caller = res.locals.caller as Caller | undefined
  if (caller) return caller
  throw notSignedIn()
}

/** While there are no users at all, `firstRun` says so. */
export function notSignedIn(firstRun = false): Refused {
  return new Refused(401, 'not-signed-in', 'Sign in first', firstRun ? { firstRun } : {})
}

export function needAdmin({ role, means }: Caller): void {
  if (role !== 'admin') throw 'scope' in means ? scopeTooSmall('admin') : notAllowed()
}

/** Who asks, with the secret of their session. Throws 401 for nobody, 403 for a token. */
export function sessionOf(res: Response): { id: UserId; role: Role; secret: string } {
  const { id, role, means } = callerOf(res)
  if ('session' in means) return { id, role, secret: means.session }
  throw new Refused(403, 'session-needed', 'Tokens may not do this: sign in, and do it in that session')
}

/** On whose behalf a command runs, and for which version. */
export function byOf(req: Request, res: Response): By {
  const caller = callerOf(res)
  return { standingIn: (owner, shares) => standingOf(caller, owner, shares), version: versionOf(req) }
}
