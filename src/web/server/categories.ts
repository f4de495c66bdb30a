import { Router, type Request } from 'express'
import * as z from 'zod'
import { addCategory, archiveCategory, changeCategory } from '../../commands/category-commands.ts'
import { categoryUnknown } from '../../commands/category.ts'
import { CategoryId } from '../../events/ids.ts'
import { CategoryChange, CategoryQuery, ForUser, NewCategory, NoQuery } from '../api.ts'
import { need } from './access/access.ts'
import { rightAsked } from './access/gate.ts'
import { bodyOf, noBody, queryOf } from './http/asked.ts'
import { byOf, callerOf } from './signing-in/caller.ts'
import { command } from './http/commanding.ts'
import { pagedQueryOf, toCursor } from './http/cursors.ts'
import type { Parts } from './parts.ts'
import { readLedger } from './http/reading.ts'

/** Where a page ends: categories are listed by name. */
const Place = z.strictObject({ nameKey: z.string().max(300), id: CategoryId })

export function categoryRoutes(parts: Parts): Router {
  const router = Router()

  router.get('/categories', async (req, res) => {
    const { query, after, at } = pagedQueryOf(req, CategoryQuery, () => Place)
    const { user, limit = 50, asOf } = query
    const caller = callerOf(res)
    if (user !== undefined) await need(parts, rightAsked(res), caller, user)
    const userId = user ?? caller.id
    const wanted = { names: ['categories', 'users'] as const, asOf, at }
    const { position, found } = await readLedger(parts, req, res, wanted, (ledger) =>
      ledger.listCategories({ userId, limit, after }),
    )
    res.json({ items: found.items, next: toCursor(query, found.next, position) })
  })

  router.post('/categories', async (req, res) => {
    const { user } = queryOf(req, ForUser)
    const { userId = user, ...wanted } = bodyOf(req, NewCategory)
    await command(parts, req, res, addCategory(userId ?? callerOf(res).id, wanted, byOf(req, res)), 201)
  })

  router.patch('/categories/:id', async (req, res) => {
    queryOf(req, NoQuery)
    await command(parts, req, res, changeCategory(idOf(req), bodyOf(req, CategoryChange), byOf(req, res)))
  })

  router.delete('/categories/:id', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, archiveCategory(idOf(req), byOf(req, res)))
  })

  return router
}

function idOf(req: Request): CategoryId {
  const id = CategoryId.safeParse(req.params.id)
  if (id.success) return id.data
  throw categoryUnknown()
}
