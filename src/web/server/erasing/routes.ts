import { Router } from 'express'
import { eraseUser } from '../../../commands/user-commands.ts'
import { Erasure, NoQuery } from '../../api.ts'
import { bodyOf, queryOf } from '../http/asked.ts'
import { answer, askedBy } from '../http/commanding.ts'
import type { Parts } from '../parts.ts'
import { byOf } from '../signing-in/caller.ts'
import { touchable } from '../users.ts'

export function erasingRoutes(parts: Parts): Router {
  const { erasures, accessLog } = parts
  const router = Router()

  router.post('/users/:id/erase', async (req, res) => {
    queryOf(req, NoQuery)
    const id = touchable(req, res)
    const { name } = bodyOf(req, Erasure)
    const work = eraseUser(id, name, byOf(req, res), () => erasures.intend(id))
    const handled = await parts.handle(askedBy(req, res, parts), 200, work)
    await erasures.finish(id)
    // Comes last: what is known of the erased is gone by now.
    if (!('replayed' in handled)) await accessLog.note(req, { type: 'UserErased', userId: id })
    await answer(res, 200, parts, handled)
  })

  return router
}
