import { Router, type Request } from 'express'
import * as z from 'zod'
import { amendExpense, deleteExpense, recordExpense, restoreExpense } from '../../commands/expense-commands.ts'
import { expenseUnknown } from '../../commands/expense.ts'
import { CalendarDate } from '../../events/calendar.ts'
import { ExpenseId, newId } from '../../events/ids.ts'
import { toMajor } from '../../events/money.ts'
import type { ExpenseFilter, ExpenseItem, ExpenseKey } from '../../projections/projections.ts'
import {
  Amount,
  ExpenseChange,
  ExpenseQuery,
  NewExpense,
  NoQuery,
  type Expense,
  type ExportQuery,
  type Sort,
} from '../api.ts'
import { bodyOf, noBody, queryOf } from './http/asked.ts'
import { byOf, callerOf, mayTouch, signedIn, type Caller } from './signing-in/caller.ts'
import { ownerAsked } from './categories.ts'
import { command } from './http/commanding.ts'
import { pagedQueryOf, toCursor } from './http/cursors.ts'
import { historyOf } from './history.ts'
import type { Parts } from './parts.ts'
import { notAllowed } from './http/problems.ts'
import { awaitPosition } from './http/reading.ts'

type AskedFilter = Omit<z.output<typeof ExportQuery>, 'sort'>

export function expenseRoutes(parts: Parts): Router {
  const { projections } = parts
  const router = Router()

  router.post('/expenses', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    const { id = ExpenseId.parse(newId()), userId, ...wanted } = bodyOf(req, NewExpense)
    const owner = ownerAsked(callerOf(res), userId)
    await command(parts, req, res, recordExpense({ id, owner, ...wanted }), 201)
  })

  router.get('/expenses', signedIn, async (req, res) => {
    const { query, after } = pagedQueryOf(req, ExpenseQuery, placeIn)
    const { sort = '-date', limit = 50, totals, cursor: _cursor, ...asked } = query
    const filter = filterOf(callerOf(res), asked)
    await awaitPosition(req, parts, ['expenses', 'categories', 'users'])
    const { items, next } = await projections.listExpenses({ filter, sort, limit, after })
    const summed = totals === 'true' ? await sums(filter) : {}
    res.json({ items: items.map(expenseView), next: toCursor(query, next), ...summed })
  })

  async function sums(filter: ExpenseFilter) {
    const { count, totals } = await projections.totalsOfExpenses(filter)
    return { count, totals: totals.map((one) => ({ ...one, total: toMajor(one.total, one.currency) })) }
  }

  router.get('/expenses/:id', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    const id = idOf(req)
    await awaitPosition(req, parts, ['expenses', 'categories', 'users'])
    const found = await projections.expenseById(id)
    if (!found || !mayTouch(callerOf(res), found.userId)) throw expenseUnknown()
    res.set('ETag', `"${found.version}"`).json(expenseView(found))
  })

  router.get('/expenses/:id/history', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    const id = idOf(req)
    await awaitPosition(req, parts, ['expenses'])
    res.json(await historyOf(parts.log, id, (owner) => mayTouch(callerOf(res), owner)))
  })

  router.patch('/expenses/:id', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    await command(parts, req, res, amendExpense(idOf(req), bodyOf(req, ExpenseChange), byOf(req, res)))
  })

  router.delete('/expenses/:id', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, deleteExpense(idOf(req), byOf(req, res)))
  })

  router.post('/expenses/:id/restore', signedIn, async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, restoreExpense(idOf(req), byOf(req, res)))
  })

  return router
}

/** What is asked for, as far as `caller` may: an admin is shown everybody's, unless one user is named. */
export function filterOf(caller: Caller, { user, deleted = 'false', ...rest }: AskedFilter): ExpenseFilter {
  if (user !== undefined && !mayTouch(caller, user)) throw notAllowed()
  return { ...rest, deleted, userId: caller.role === 'admin' ? user : caller.id }
}

/** Where a page ends: by what the list is sorted, and then by position. */
function placeIn({ sort = '-date' }: { sort?: Sort | undefined }): z.ZodType<ExpenseKey> {
  const value = sort.endsWith('date') ? CalendarDate : sort.endsWith('amount') ? Amount : z.literal('')
  return z.strictObject({ value, position: z.int().nonnegative() })
}

export function expenseView({ position: _position, amount, ...expense }: ExpenseItem): Expense {
  return { ...expense, amount: toMajor(amount, expense.currency) }
}

function idOf(req: Request): ExpenseId {
  const id = ExpenseId.safeParse(req.params.id)
  if (id.success) return id.data
  throw expenseUnknown()
}
