import { Router } from 'express'
import { projectionNames, type Outcome, type Status } from '../../projections/projections.ts'
import { NoQuery, type ProjectionStatus } from '../api.ts'
import { noBody, queryOf } from './http/asked.ts'
import type { Parts } from './parts.ts'
import { notFound, Refused, unavailable } from './http/problems.ts'

export function projectionRoutes({ projections, logger }: Parts): Router {
  const router = Router()

  router.get('/projections', async (req, res) => {
    queryOf(req, NoQuery)
    res.json((await projections.status()).map(shown))
  })

  // Answered once it has begun; how far it is, GET says.
  router.post('/projections/:name/rebuild', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    const name = projectionNames.find((one) => one === req.params.name)
    if (!name) throw notFound()
    const { begun, ended } = projections.rebuildAside(name)
    void ended.then((outcome) => logger.info({ projection: name, ...outcome }, 'A rebuild ended'))
    if (!(await begun)) throw notBegun(await ended)
    const statuses = await projections.status()
    res.status(202).json(statuses.filter((status) => status.name === name).map(shown)[0])
  })

  return router
}

function shown({ name, version, position, lag, state, error, rebuild }: Status): ProjectionStatus {
  return { name, version, position, lag, state, error, rebuild }
}

function notBegun(outcome: Outcome): Error {
  switch (outcome.kind) {
    case 'busy':
      return new Refused(409, 'rebuild-running', 'A rebuild of this projection is under way already')
    case 'failed':
      return outcome.passes ? unavailable() : new Error(outcome.message)
    case 'done':
      return new Error('A rebuild was done before it had begun')
  }
}
