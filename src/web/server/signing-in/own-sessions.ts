import { Router } from 'express'
import * as z from 'zod'
import { pageOf } from '../../../projections/page.ts'
import { OwnQuery, NoQuery } from '../../api.ts'
import { noBody, queryOf } from '../http/asked.ts'
import { pagedQueryOf, toCursor } from '../http/cursors.ts'
import { notFound } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { callerOf, sessionOf } from './caller.ts'
import { clearSession } from './cookie.ts'
import { digestOf, idOf } from './secrets.ts'
import type { OpenSession } from './sessions.ts'

/** `GET /sessions` and `DELETE /sessions/:id`: where one is signed in. */
export function ownSessionRoutes(parts: Parts): Router {
  const { sessions, accessLog } = parts
  const router = Router()

  router.get('/sessions', async (req, res) => {
    const { id, means } = callerOf(res)
    const { query, after } = pagedQueryOf(req, OwnQuery, () => z.string())
    const current = 'session' in means ? idOf(digestOf(means.session)) : undefined
    const { items, next } = pageOf(newestFirst(await sessions.of(id), after), query.limit ?? 50, placeOf)
    res.json({
      items: items.map((session) => ({ ...session, current: session.id === current })),
      next: toCursor(query, next),
    })
  })

  router.delete('/sessions/:id', async (req, res) => {
    const { id, secret } = sessionOf(res)
    queryOf(req, NoQuery)
    noBody(req)
    const wanted = String(req.params.id).toLowerCase()
    if (!(await sessions.endOne(id, wanted))) throw notFound()
    await accessLog.note(req, { type: 'SessionEnded', userId: id })
    if (wanted === idOf(digestOf(secret))) clearSession(res, parts)
    res.status(204).end()
  })

  return router
}

function newestFirst(sessions: readonly OpenSession[], after: string | undefined): OpenSession[] {
  const further = sessions.filter((session) => after === undefined || placeOf(session) < after)
  return further.sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1))
}

function placeOf({ createdAt, id }: OpenSession): string {
  return `${createdAt} ${id}`
}
