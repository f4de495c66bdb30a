import { Router } from 'express'
import * as z from 'zod'
import { NewToken, NoQuery, OwnQuery } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { pagedQueryOf, toCursor } from '../http/cursors.ts'
import { invalid, notAllowed, notFound } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { callerOf, notSignedIn, sessionOf } from './caller.ts'

/** `GET` and `POST /tokens`, `DELETE /tokens/:id`: one's own. */
export function ownTokenRoutes({ tokens, accessLog }: Parts): Router {
  const router = Router()

  router.get('/tokens', async (req, res) => {
    const { query, after } = pagedQueryOf(req, OwnQuery, () => z.uuid())
    const { items, next } = await tokens.of(callerOf(res).id, query.limit ?? 50, after)
    res.json({ items, next: toCursor(query, next) })
  })

  router.post('/tokens', async (req, res) => {
    const { id, role, secret } = sessionOf(res)
    queryOf(req, NoQuery)
    const wanted = bodyOf(req, NewToken)
    if (wanted.scope === 'admin' && role !== 'admin') throw notAllowed()
    if (wanted.expiresAt !== undefined && Date.parse(wanted.expiresAt) <= Date.now()) {
      throw invalid([{ path: 'expiresAt', message: 'Expected a moment that is still to come' }])
    }
    const made = await tokens.make(secret, wanted)
    if (!made) throw notSignedIn()
    await accessLog.note(req, { type: 'TokenMade', userId: id, aboutId: made.id })
    res.status(201).json(made)
  })

  router.delete('/tokens/:id', async (req, res) => {
    const { id } = sessionOf(res)
    queryOf(req, NoQuery)
    noBody(req)
    const aboutId = String(req.params.id).toLowerCase()
    if (!(await tokens.endOne(id, aboutId))) throw notFound()
    await accessLog.note(req, { type: 'TokenEnded', userId: id, aboutId })
    res.status(204).end()
  })

  return router
}
