import { Router } from 'express'
import type { Parts } from './parts.ts'

/** A projection that is further behind than this many events is not ready to be read. */
const FAR_BEHIND = 10_000

export function healthRoutes({ projections, log }: Parts): Router {
  const router = Router()

  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })

  router.get('/readyz', async (_req, res) => {
    const database = await log.head().then(
      () => true,
      () => false,
    )
    const states = database ? await projections.status() : []
    const served = states.every(({ state, lag }) => state !== 'failed' && lag <= FAR_BEHIND)
    const ready = database && served
    // Why one failed is for the log and for admins: nobody is signed in here.
    const shown = states.map(({ name, position, lag, state }) => ({ name, position, lag, state }))
    res.set('Cache-Control', 'no-store').status(ready ? 200 : 503)
    res.json({ ready, database, projections: shown })
  })

  return router
}
