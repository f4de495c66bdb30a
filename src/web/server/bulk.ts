import { Router, type Request, type Response } from 'express'
import type * as z from 'zod'
import { changeExpenses, tooMany, type Found, type WantedOfMany } from '../../commands/bulk.ts'
import { MOST_EXPENSES } from '../../events/batch.ts'
import { BulkChange, NoQuery } from '../api.ts'
import { filterOf } from './expenses.ts'
import { bodyOf, queryOf } from './http/asked.ts'
import { commandBatch, noVersion } from './http/batching.ts'
import { awaitNewest } from './http/reading.ts'
import type { Parts } from './parts.ts'
import { byOf, callerOf } from './signing-in/caller.ts'

type Asked = z.output<typeof BulkChange>
type Wanted = Pick<Asked, 'change' | 'delete' | 'restore'>

/** `POST /expenses/bulk`: many expenses changed, deleted or restored as one batch. */
export function bulkRoutes(parts: Parts): Router {
  const { projections } = parts
  const router = Router()

  router.post('/expenses/bulk', async (req, res) => {
    queryOf(req, NoQuery)
    noVersion(req)
    const { ids, filter, ...wanted } = bodyOf(req, BulkChange)
    const find = filter ? await finding(req, res, filter, wanted) : async () => (ids ?? []).map((id): Found => ({ id }))
    const who = { asker: callerOf(res).id, by: byOf(req, res) }
    await commandBatch(parts, req, res, changeExpenses(find, wantedOf(wanted), who))
  })

  /** Looks for what matches as of now: also what was recorded just before. */
  async function finding(req: Request, res: Response, matching: NonNullable<Asked['filter']>, { restore }: Wanted) {
    const [meant, others] = restore ? (['true', 'false'] as const) : (['false', 'true'] as const)
    const filter = await filterOf(parts, res, { ...matching, deleted: meant })
    return async (): Promise<Found[]> => {
      if (matching.deleted === others) return []
      await awaitNewest(req, parts, ['expenses', 'categories', 'users'])
      const found = await projections.findExpenses(filter, MOST_EXPENSES + 1)
      if (found.length > MOST_EXPENSES) throw tooMany((await projections.totalsOfExpenses(filter)).count)
      return found
    }
  }

  return router
}

function wantedOf({ change, restore }: Wanted): WantedOfMany {
  if (change) return { change }
  return restore ? { restore } : { delete: true }
}
