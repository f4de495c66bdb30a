import { Router, type Response } from 'express'
import { users } from '../../../commands/streams.ts'
import { active } from '../../../commands/user.ts'
import type { UserId } from '../../../events/ids.ts'
import { NoQuery, OwnPassword, SecondFactorProof } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { invalid, Refused } from '../http/problems.ts'
import { asOf } from '../http/views.ts'
import type { Parts } from '../parts.ts'
import { callerOf, sessionOf } from '../signing-in/caller.ts'
import { openOwnPassword } from '../signing-in/own-password.ts'
import { touchable } from '../users.ts'
import { keyUri } from './totp.ts'

/** `/second-factor`: one's own, and `DELETE /users/:id/second-factor` for who has lost theirs. */
export function secondFactorRoutes(parts: Parts): Router {
  const { log, secondFactors, accessLog } = parts
  const router = Router()
  const ownPassword = openOwnPassword(parts)

  router.get('/second-factor', async (req, res) => {
    queryOf(req, NoQuery)
    res.json(await secondFactors.of(callerOf(res).id))
  })

  router.post('/second-factor', async (req, res) => {
    const user = await oneself(res)
    queryOf(req, NoQuery)
    const since = await ownPassword(req, user, bodyOf(req, OwnPassword).current)
    if ((await secondFactors.of(user.id)).onSince !== null) throw alreadyOn()
    const secret = await secondFactors.offer(user.id, since)
    res.status(201).json({ secret, uri: keyUri(user.email, secret) })
  })

  router.post('/second-factor/on', async (req, res) => {
    const { id } = sessionOf(res)
    queryOf(req, NoQuery)
    const codes = await secondFactors.turnOn(id, bodyOf(req, SecondFactorProof).code)
    if (!codes) throw invalid([{ path: 'code', message: 'This is not the code that the app shows now' }])
    await accessLog.note(req, { type: 'SecondFactorTurnedOn', userId: id })
    res.status(201).json({ codes })
  })

  router.post('/second-factor/recovery-codes', async (req, res) => {
    const user = await oneself(res)
    queryOf(req, NoQuery)
    await ownPassword(req, user, bodyOf(req, OwnPassword).current)
    const codes = await secondFactors.newCodes(user.id)
    if (!codes) throw new Refused(409, 'second-factor-off', 'There is no second factor to recover')
    await accessLog.note(req, { type: 'RecoveryCodesMade', userId: user.id })
    res.status(201).json({ codes })
  })

  router.post('/second-factor/off', async (req, res) => {
    const user = await oneself(res)
    queryOf(req, NoQuery)
    await ownPassword(req, user, bodyOf(req, OwnPassword).current)
    const wasOn = await secondFactors.turnOff(user.id)
    if (wasOn) await accessLog.note(req, { type: 'SecondFactorTurnedOff', userId: user.id })
    res.status(204).end()
  })

  router.delete('/users/:id/second-factor', async (req, res) => {
    const caller = sessionOf(res)
    queryOf(req, NoQuery)
    noBody(req)
    const { id } = await current(touchable(req, res))
    if (id === caller.id) throw new Refused(403, 'not-allowed', 'One’s own is turned off with one’s password')
    const wasOn = await secondFactors.turnOff(id)
    if (wasOn) await accessLog.note(req, { type: 'SecondFactorReset', userId: id })
    res.status(204).end()
  })

  async function oneself(res: Response): Promise<{ id: UserId; email: string }> {
    return current(sessionOf(res).id)
  }

  async function current(id: UserId): Promise<{ id: UserId; email: string }> {
    const { email } = active((await asOf(log, Number.MAX_SAFE_INTEGER)(users, id)).state)
    return { id, email }
  }

  return router
}

const alreadyOn = () => new Refused(409, 'second-factor-on', 'The second factor is on: turn it off first')
