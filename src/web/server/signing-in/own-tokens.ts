import { Router } from 'express'
import * as z from 'zod'
import { NewToken, NoQuery, OwnQuery } from '../../api.ts'
import { bodyOf, noBody, queryOf } from '../http/asked.ts'
import { pagedQueryOf, toCursor } from '../http/cursors.ts'
import { invalid, notAllowed, notFound } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { callerOf, notSignedIn, sessionOf, signedIn } from './caller.ts'

/** `GET` and `POST /tokens`, `DELETE /tokens/:id`: one's own. */
export function ownTokenRoutes({ tokens }: Parts): Router {
  const router = Router()

  router.get('/tokens', signedIn, async (req, res) => {
    const { query, after } = pagedQueryOf(req, OwnQuery, () => z.uuid())
    const { items, next } = await tokens.of(callerOf(res).id, query.limit ?? 50, after)
    res.json({ items, next: toCursor(query, next) })
  })

  router.post('/tokens', signedIn, async (req, res) => {
    const { role, secret } = sessionOf(res)
    queryOf(req, NoQuery)
    const wanted = bodyOf(req, NewToken)
    if (wanted.scope === 'admin' && role !== 'admin') throw notAllowed()
    if (wanted.expiresAt !== undefined && Date.parse(wanted.expiresAt) <= Date.now()) {
      throw invalid([{ path: 'expiresAt', message: 'Expected a moment that is still to come' }])
    }
    const made = await tokens.make(secret, wanted)
    if (!made) throw notSignedIn()
    res.status(201).json(made)
  })

  router.delete('/tokens/:id', signedIn, async (req, res) => {
    const { id } = sessionOf(res)
    queryOf(req, NoQuery)
    noBody(req)
    if (!(await tokens.endOne(id, String(req.params.id).toLowerCase()))) throw notFound()
    res.status(204).end()
  })

  return router
}
