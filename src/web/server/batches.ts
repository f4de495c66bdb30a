import { Router, type Request } from 'express'
import * as z from 'zod'
import { batchUnknown, revertBatch } from '../../commands/batches.ts'
import { MOST_EXPENSES } from '../../events/batch.ts'
import { BatchRevertQuery } from '../api.ts'
import { noBody, queryOf } from './http/asked.ts'
import { commandBatch, noVersion } from './http/batching.ts'
import type { Parts } from './parts.ts'
import { byOf, callerOf } from './signing-in/caller.ts'

const BatchId = z.uuid().transform((id) => id.toLowerCase())

/** `POST /batches/:id/revert`: a batch taken back, as a batch. */
export function batchRoutes(parts: Parts): Router {
  const router = Router()

  router.post('/batches/:id/revert', async (req, res) => {
    const { skip } = queryOf(req, BatchRevertQuery)
    noBody(req)
    noVersion(req)
    const id = idOf(req)
    const find = () => parts.log.expensesOfBatch(id, MOST_EXPENSES + 1)
    const who = { asker: callerOf(res).id, by: byOf(req, res) }
    await commandBatch(parts, req, res, revertBatch(id, find, { skip: skip === 'true', ...who }))
  })

  return router
}

function idOf(req: Request): string {
  const id = BatchId.safeParse(req.params.id)
  if (id.success) return id.data
  throw batchUnknown()
}
