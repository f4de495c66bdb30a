import type { Request } from 'express'

/** What a program shows as its token, whatever that is; `undefined` if it shows none. */
export function bearerOf(req: Request): string | undefined {
  const match = /^bearer(?: +(.*))?$/i.exec(req.get('Authorization') ?? '')
  return match ? (match[1] ?? '') : undefined
}
