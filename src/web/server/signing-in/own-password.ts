import type { Request } from 'express'
import type { UserId } from '../../../events/ids.ts'
import { invalid } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { attemptOf } from './limits.ts'

type Whose = { id: UserId; email: string }

/**
 * Asks whoever is signed in for their password once more: a session that somebody got hold of is not enough to change what lets
 * its user in, and to guess the password in one is as slow as anywhere. Resolves to since when it has been `current`.
 */
export function openOwnPassword({ passwords, limits, accessLog }: Pick<Parts, 'passwords' | 'limits' | 'accessLog'>) {
  return async (req: Request, { id, email }: Whose, current: string | undefined): Promise<string> => {
    if (current === undefined) throw invalid([{ path: 'current', message: 'Required' }])
    const since = await limits.guess(attemptOf(req, email), () => passwords.check(id, current))
    if (since !== undefined) return since
    await accessLog.note(req, { type: 'PasswordWrong', userId: id })
    throw notYourPassword()
  }
}

export const notYourPassword = () => invalid([{ path: 'current', message: 'This is not your password' }])
