import type { Request, RequestHandler, Response } from 'express'
import type { By } from '../../../commands/by.ts'
import { fold, users } from '../../../commands/streams.ts'
import { userStream, type Role } from '../../../events/user.ts'
import type { UserId } from '../../../events/ids.ts'
import { versionOf } from '../http/asked.ts'
import type { Parts } from '../parts.ts'
import { notAllowed, Refused } from '../http/problems.ts'

/** Who asks. `secret` is the session's. */
export type Caller = { id: UserId; name: string; role: Role; secret: string }

const COOKIE = 'session'

/** Finds out who asks and keeps it for `callerOf`. Nobody is somebody too: routes say whether they need more. */
export function identify(parts: Pick<Parts, 'sessions' | 'log'>): RequestHandler {
  const whoAsks = openCallers(parts)
  return async (req, res, next) => {
    const caller = await whoAsks(req)
    if (caller) res.locals.caller = caller
    next()
  }
}

/** Who sent a request, as of now. With `looking` nothing is said of the session being in use. */
export function openCallers({ sessions, log }: Pick<Parts, 'sessions' | 'log'>) {
  const known = new Map<UserId, { version: number; caller: Omit<Caller, 'secret'> | undefined }>()

  async function userAt(userId: UserId, version: number) {
    const remembered = known.get(userId)
    if (remembered?.version === version) return remembered.caller
    const slice = (await log.readStreams([userStream(userId)])).get(userStream(userId))
    const { state, version: newest } = fold(users, slice?.events ?? [])
    const caller = state.status === 'active' ? { id: userId, name: state.name, role: state.role } : undefined
    if (known.size > 10_000) known.clear()
    known.set(userId, { version: newest, caller })
    return caller
  }

  return async (req: Request, looking = false): Promise<Caller | undefined> => {
    const secret = secretOf(req)
    if (secret === undefined) return undefined
    const session = await (looking ? sessions.look(secret) : sessions.find(secret))
    const user = session && (await userAt(session.userId, session.userVersion))
    return user && { ...user, secret }
  }
}

/** Who asks. Throws 401 for nobody. */
export function callerOf(res: Response): Caller {
  const caller = res.locals.caller as Caller | undefined
  if (caller) return caller
  throw new Refused(401, 'not-signed-in', 'Sign in first')
}

export const signedIn: RequestHandler = (_req, res, next) => {
  callerOf(res)
  next()
}

export const adminOnly: RequestHandler = (_req, res, next) => {
  if (callerOf(res).role !== 'admin') throw notAllowed()
  next()
}

export function mayTouch(caller: Caller, owner: UserId): boolean {
  return caller.role === 'admin' || caller.id === owner
}

/** On whose behalf a command runs, and for which version. */
export function byOf(req: Request, res: Response): By {
  const caller = callerOf(res)
  return { mayTouch: (owner) => mayTouch(caller, owner), version: versionOf(req) }
}

/** The secret in the session cookie. */
export function secretOf(req: Request): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1]
}

export function setSession(res: Response, secret: string, secure: boolean): void {
  res.cookie(COOKIE, secret, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 90 * 86_400_000 })
}

export function clearSession(res: Response, secure: boolean): void {
  res.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', path: '/', secure })
}
