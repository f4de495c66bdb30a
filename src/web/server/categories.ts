import { Router, type Request } from 'express'
import * as z from 'zod'
import { addCategory, archiveCategory, changeCategory } from '../../commands/category-commands.ts'
import { Rejected } from '../../commands/rejected.ts'
import { CategoryId, type UserId } from '../../events/ids.ts'
import { CategoryChange, CategoryQuery, ForUser, NewCategory, NoQuery } from '../api.ts'
import { bodyOf, noBody, queryOf } from './http/asked.ts'
import { byOf, callerOf, mayTouch, signedIn, type Caller } from './signing-in/caller.ts'
import { command } from './http/commanding.ts'
import { pagedQueryOf, toCursor } from './http/cursors.ts'
import type { Parts } from './parts.ts'
import { notAllowed } from './http/problems.ts'
import { awaitPosition } from './http/reading.ts'

/** Where a page ends: categories are listed by name. */
const Place = z.strictObject({ nameKey: z.string().max(300), id: CategoryId })

export function categoryRoutes(parts: Parts): Router {
  const router = Router()

  router.get('/categories', signedIn, async (req, res) => {
    const { query, after } = pagedQueryOf(req, CategoryQuery, () => Place)
    const { user, limit = 50 } = query
    const userId = ownerAsked(callerOf(res), user)
    await awaitPosition(req, parts, ['categories', 'users'])
    const { items, next } = await parts.projections.listCategories({ userId, limit, after })
    res.json({ items, next: toCursor(query, next) })
  })

  router.post('/categories', signedIn, async (req, res) => {
    const { user } = queryOf(req, ForUser)
    const { userId = user, ...wanted } = bodyOf(req, NewCategory)
    await command(parts, req, res, addCategory(ownerAsked(callerOf(res), userId), wanted), 201)
  })

  router.patch('/categories/:id', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    await command(parts, req, res, changeCategory(idOf(req), bodyOf(req, CategoryChange), byOf(req, res)))
  })

  router.delete('/categories/:id', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, archiveCategory(idOf(req), byOf(req, res)))
  })

  return router
}

/** Whose ledger it is about: one's own unless an admin names another. */
export function ownerAsked(caller: Caller, user: UserId | undefined): UserId {
  if (user === undefined || mayTouch(caller, user)) return user ?? caller.id
  throw notAllowed()
}

function idOf(req: Request): CategoryId {
  const id = CategoryId.safeParse(req.params.id)
  if (id.success) return id.data
  throw new Rejected('CategoryUnknown', 'There is no such category', 'id')
}
