import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { emailClaim } from '../../../commands/claims.ts'
import type { Parts } from '../parts.ts'
import { cookieAttributes, cookieOf } from './cookie.ts'

// A browser that somebody has signed in with keeps a cookie that says so (OWASP calls it a device cookie): a random name, and for each
// account that it was let into a mark that only this ledger can make. It opens nothing; it is what tells a rightful user from a stranger
// who tries passwords. So nobody is locked out by others.

const COOKIE = 'device'
const YEAR = 365 * 86_400_000
/** People who share a browser; whoever signs in as one more takes the place of the first. */
const MOST = 8
const FORM = /^[\w-]{22}(\.[\w-]{22}){1,8}$/

type Ledger = { log: Pick<Parts['log'], 'digest'> }

/** What the browser shows, true or not. */
export function deviceIn(req: Request): string | undefined {
  const shown = cookieOf(req, COOKIE)
  return shown !== undefined && FORM.test(shown) ? shown : undefined
}

/** The name of the browser that shows `device`, if it was let into `account` before. */
export function knownDevice({ log }: Ledger, device: string, account: string): string | undefined {
  const [name = '', ...marks] = device.split('.')
  const mark = Buffer.from(markOf(log, name, account))
  return marks.some((shown) => timingSafeEqual(Buffer.from(shown), mark)) ? name : undefined
}

/** Tells the browser that it has been let into the account of `email`. */
export function rememberDevice(
  req: Request,
  res: Response,
  { log, publicUrl }: Ledger & Pick<Parts, 'publicUrl'>,
  email: string,
): void {
  const [name = randomBytes(16).toString('base64url'), ...marks] = deviceIn(req)?.split('.') ?? []
  const mark = markOf(log, name, emailClaim(email).value)
  const others = marks.filter((shown) => shown !== mark).slice(1 - MOST)
  res.cookie(COOKIE, [name, ...others, mark].join('.'), { ...cookieAttributes({ publicUrl }), maxAge: YEAR })
}

/** 128 bits of an HMAC. */
function markOf(log: Ledger['log'], name: string, account: string): string {
  return log.digest('device', name, account).subarray(0, 16).toString('base64url')
}
