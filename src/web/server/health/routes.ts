import { Router } from 'express'
import type { Readiness } from '../../api.ts'
import { reasonsOf } from './reasons.ts'
import { healthOf } from './release.ts'
import type { Parts } from '../parts.ts'

type Needed = Pick<Parts, 'health' | 'checkpoints' | 'commit' | 'stopping'>

export function healthRoutes({ health, checkpoints, commit, stopping }: Needed): Router {
  const router = Router()

  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json(healthOf('ok', commit))
  })

  router.get('/readyz', async (_req, res) => {
    const look = await health.look()
    const { seen, audit } = look
    // Whoever balances the load sends nobody here any more, though who comes is still served.
    const reasons = stopping?.aborted ? ['the ledger is stopping'] : reasonsOf(look)
    // Why a projection failed is for the log and for admins: nobody is signed in here.
    const projections = (seen?.projections ?? []).map(({ name, position, lag, lagSeconds, applied, state }) => {
      return { name, position, lag, lagSeconds, applied, state }
    })
    const unsigned = checkpoints.problem()
    const body: Readiness = {
      ready: reasons.length === 0,
      reasons,
      warnings: unsigned === undefined ? [] : [`no checkpoint is signed: ${unsigned}`],
      database: seen !== undefined,
      head: seen?.head ?? null,
      counted: audit?.counted ?? null,
      projections,
    }
    res
      .set('Cache-Control', 'no-store')
      .status(body.ready ? 200 : 503)
      .json(body)
  })

  return router
}
