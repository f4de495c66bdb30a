import type { Request } from 'express'
import { Refused } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Verdict } from '../second-factor/store.ts'
import type { Attempt } from './limits.ts'

/** Asks whoever knew the password of `userId` for the code of their second factor, where one is on. Throws 401. */
export function openCodeCheck({
  secondFactors,
  limits,
  accessLog,
}: Pick<Parts, 'secondFactors' | 'limits' | 'accessLog'>) {
  return async (req: Request, userId: UserId, code: string | undefined, attempt: Attempt): Promise<void> => {
    if ((await secondFactors.of(userId)).onSince === null) return
    if (code === undefined)
      throw new Refused(401, 'second-factor-needed', 'Give also the code of your authenticator app')
    const verdict = await limits.guess(attempt, () => secondFactors.take(userId, code), isRight)
    if (verdict === 'recovery') await accessLog.note(req, { type: 'RecoveryCodeUsed', userId, actorId: userId })
    if (isRight(verdict)) return
    await accessLog.note(req, { type: 'SecondFactorFailed', userId, actorId: null })
    throw wrongCode(verdict)
  }
}

function isRight(verdict: Verdict): verdict is 'right' | 'recovery' {
  return verdict === 'right' || verdict === 'recovery'
}

function wrongCode(verdict: 'wrong' | 'spent'): Refused {
  const message =
    verdict === 'wrong'
      ? 'This code is wrong, or was used before'
      : 'After so many wrong codes only a recovery code is taken, or an admin turns the second factor off'
  return new Refused(401, 'second-factor-wrong', message, { errors: [{ path: 'code', message }] })
}
