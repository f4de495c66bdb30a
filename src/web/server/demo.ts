import { Router } from 'express'
import type { Asked } from '../../commands/handle.ts'
import { NoQuery, type Demo } from '../api.ts'
import { noBody, queryOf } from './http/asked.ts'
import { askedBy } from './http/commanding.ts'
import type { Parts } from './parts.ts'

/** Fills a ledger in which nothing was ever recorded, and throws `Rejected` for any other; once for the same key. */
export type FillWithDemo = (asked: Asked) => Promise<Demo & { position: number; replayed: boolean }>

/** `POST /demo`: what there is to see before there is anything of one's own. */
export function demoRoutes(parts: Parts): Router {
  const router = Router()

  router.post('/demo', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const { position, replayed, ...demo } = await parts.fillWithDemo(askedBy(req, res, parts))
    if (replayed) res.set('Idempotent-Replay', 'true')
    res.status(201).set('Ledger-Position', String(position)).json(demo)
  })

  return router
}
