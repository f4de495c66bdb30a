import type { Request, Response } from 'express'
import type { Parts } from '../parts.ts'

const COOKIE = 'session'

/** The secret in the session cookie. */
export function secretOf(req: Request): string | undefined {
  return cookieOf(req, COOKIE)
}

export function cookieOf(req: Request, wanted: string): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === wanted)?.[1]
}

export function setSession(res: Response, secret: string, parts: Pick<Parts, 'publicUrl'>): void {
  res.cookie(COOKIE, secret, { ...cookieAttributes(parts), maxAge: 90 * 86_400_000 })
}

export function clearSession(res: Response, parts: Pick<Parts, 'publicUrl'>): void {
  res.clearCookie(COOKIE, cookieAttributes(parts))
}

/** For this site and no script; where browsers come by https, for https alone. */
export function cookieAttributes({ publicUrl }: Pick<Parts, 'publicUrl'>) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl?.protocol === 'https:' } as const
}
