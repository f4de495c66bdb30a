import type { Request } from 'express'
import type { Scope } from '../../api.ts'
import { Refused } from '../http/problems.ts'
import type { Caller } from './caller.ts'

/** Throws 403 for what the token of `caller`, if it is one, is not for. What only admins do, `needAdmin` refuses. */
export function keepToScope({ method }: Request, { role, means }: Caller): void {
  if (!('scope' in means)) return
  if (means.scope === 'admin' && role !== 'admin') {
    throw new Refused(403, 'not-allowed', 'This token is for an admin, and its user is none any more')
  }
  if (means.scope === 'read' && method !== 'GET' && method !== 'HEAD') throw scopeTooSmall('write')
}

export function scopeTooSmall(needed: Scope): Refused {
  return new Refused(403, 'scope-too-small', `This takes a token of scope ${needed}`)
}
