import { Router } from 'express'
import { NoQuery } from '../../api.ts'
import { queryOf } from '../http/asked.ts'
import type { Parts } from '../parts.ts'

/** Milliseconds after which an answer that is not there yet is begun with blanks, which JSON may begin with. */
const PATIENCE = 5_000

/** `GET /audit/verify`: whether the log is as it was recorded. Of millions of events that takes a minute. */
export function auditVerifyRoutes({ auditing }: Pick<Parts, 'auditing'>, patience = PATIENCE): Router {
  const router = Router()

  router.get('/audit/verify', async (req, res) => {
    queryOf(req, NoQuery)
    res.type('json')
    // Neither those on the way nor whoever watches over late answers takes it for one that never comes.
    const waiting = setInterval(() => res.write('\n'), patience)
    try {
      res.end(JSON.stringify(await auditing.verify()))
    } finally {
      clearInterval(waiting)
    }
  })

  return router
}
