import { Router, type Request, type Response } from 'express'
import { users } from '../../../commands/streams.ts'
import { active, userUnknown } from '../../../commands/user.ts'
import type { UserId } from '../../../events/ids.ts'
import { NoQuery, Preferences } from '../../api.ts'
import { bodyOf, queryOf, versionOf } from '../http/asked.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'
import { touchable } from '../users.ts'
import { asOf } from '../http/views.ts'

/** In bytes of JSON. */
const MOST = 32_768

/** `GET` and `PUT /users/:id/preferences`: one's own, and for an admin everybody's. What is left out goes back to its default. */
export function preferencesRoutes({ preferences, log }: Parts): Router {
  const router = Router()

  router.get('/users/:id/preferences', async (req, res) => {
    queryOf(req, NoQuery)
    const { id, user } = await userAsked(req, res)
    if (user.status === 'none') throw userUnknown()
    answer(res, await preferences.of(id))
  })

  router.put('/users/:id/preferences', async (req, res) => {
    queryOf(req, NoQuery)
    const { id, user } = await userAsked(req, res)
    active(user)
    const wanted = bodyOf(req, Preferences)
    const size = Buffer.byteLength(JSON.stringify(wanted))
    if (size > MOST) throw new Refused(413, 'too-large', `Preferences are at most ${MOST} bytes, and these are ${size}`)
    answer(res, await preferences.keep(id, wanted, versionOf(req)))
  })

  /** From the log itself: nobody waits for a projection. */
  async function userAsked(req: Request, res: Response) {
    const id: UserId = touchable(req, res)
    return { id, user: (await asOf(log, Number.MAX_SAFE_INTEGER)(users, id)).state }
  }

  return router
}

function answer(res: Response, { version, preferences }: { version: number; preferences: Preferences }): void {
  res.set('ETag', `"${version}"`).json(preferences)
}
