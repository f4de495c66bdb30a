import { Router, type Request, type Response } from 'express'
import * as z from 'zod'
import {
  amendExpense,
  deleteExpense,
  recordExpense,
  restoreExpense,
  revertExpense,
} from '../../commands/expense-commands.ts'
import { expenseUnknown } from '../../commands/expense.ts'
import { CalendarDate } from '../../events/calendar.ts'
import { ExpenseId, newId } from '../../events/ids.ts'
import { toMajor } from '../../events/money.ts'
import type { ExpenseFilter, ExpenseItem, ExpenseKey, Ledger, ProjectionName } from '../../projections/projections.ts'
import {
  Amount,
  AsOfQuery,
  ExpenseChange,
  ExpenseQuery,
  ExpenseRevert,
  NewExpense,
  NoQuery,
  type Expense,
  type ExportQuery,
  type Sort,
} from '../api.ts'
import { ledgerAsked, may } from './access/access.ts'
import { rightAsked } from './access/gate.ts'
import { bodyOf, noBody, queryOf } from './http/asked.ts'
import { byOf, callerOf } from './signing-in/caller.ts'
import { command } from './http/commanding.ts'
import { pagedQueryOf, toCursor } from './http/cursors.ts'
import type { Parts } from './parts.ts'
import { answerJson, patiently } from './http/patiently.ts'
import { readLedger } from './http/reading.ts'

type AskedFilter = Omit<z.output<typeof ExportQuery>, 'sort' | 'asOf'>

/** What lists of expenses are read from. */
export const expenseTables = ['expenses', 'categories', 'users'] as const satisfies readonly ProjectionName[]

export function expenseRoutes(parts: Parts): Router {
  const router = Router()

  router.post('/expenses', async (req, res) => {
    queryOf(req, NoQuery)
    const { id = ExpenseId.parse(newId()), userId, ...wanted } = bodyOf(req, NewExpense)
    const owner = userId ?? callerOf(res).id
    await command(parts, req, res, recordExpense({ id, owner, ...wanted }, byOf(req, res)), 201)
  })

  router.get('/expenses', async (req, res) => {
    const { query, after, at } = pagedQueryOf(req, ExpenseQuery, placeIn)
    const { sort = '-date', limit = 50, totals, asOf, cursor: _cursor, ...asked } = query
    const filter = await filterOf(parts, res, asked)
    const read = () =>
      readLedger(parts, req, res, { names: expenseTables, asOf, at }, async (ledger) => {
        const page = await ledger.listExpenses({ filter, sort, limit, after })
        return { ...page, summed: totals === 'true' ? sumsOf(await ledger.totalsOfExpenses(filter)) : {} }
      })
    const { position, found } = await (asOf === undefined ? read() : patiently(res, read))
    const { items, next, summed } = found
    answerJson(res, { items: items.map(expenseView), next: toCursor(query, next, position), ...summed })
  })

  router.get('/expenses/:id', async (req, res) => {
    const { asOf } = queryOf(req, AsOfQuery)
    const id = idOf(req)
    const { found } = await readLedger(parts, req, res, { names: expenseTables, asOf }, (ledger) =>
      ledger.expenseById(id),
    )
    if (!found || !(await may(parts, rightAsked(res), callerOf(res), found.userId))) throw expenseUnknown()
    res.set('ETag', `"${found.version}"`).json(expenseView(found))
  })

  router.patch('/expenses/:id', async (req, res) => {
    queryOf(req, NoQuery)
    await command(parts, req, res, amendExpense(idOf(req), bodyOf(req, ExpenseChange), byOf(req, res)))
  })

  router.delete('/expenses/:id', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, deleteExpense(idOf(req), byOf(req, res)))
  })

  router.post('/expenses/:id/restore', async (req, res) => {
    queryOf(req, NoQuery)
    noBody(req)
    await command(parts, req, res, restoreExpense(idOf(req), byOf(req, res)))
  })

  router.post('/expenses/:id/revert', async (req, res) => {
    queryOf(req, NoQuery)
    const { version } = bodyOf(req, ExpenseRevert)
    await command(parts, req, res, revertExpense(idOf(req), version, byOf(req, res)))
  })

  return router
}

function sumsOf({ count, totals }: Awaited<ReturnType<Ledger['totalsOfExpenses']>>) {
  return { count, totals: totals.map((one) => ({ ...one, total: toMajor(one.total, one.currency) })) }
}

/** What is asked for, as far as whoever asks has the right to it: an admin is shown everybody's, unless one user is named. */
export async function filterOf(
  parts: Parts,
  res: Response,
  { user, deleted = 'false', ...rest }: AskedFilter,
): Promise<ExpenseFilter> {
  return { ...rest, deleted, userId: await ledgerAsked(parts, res, user) }
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
