import { setTimeout as pause } from 'node:timers/promises'
import { Router, type Request, type Response } from 'express'
import { ExportQuery, type Expense } from '../../api.ts'
import { inOrder, isInOrder } from '../../api/days-in-order.ts'
import { queryOf } from '../http/asked.ts'
import { expenseTables, expenseView, filterOf } from '../expenses.ts'
import type { Parts } from '../parts.ts'
import { PATIENCE } from '../http/patiently.ts'
import { openLedger } from '../http/reading.ts'
import { sendFile } from '../http/send-file.ts'
import { whenClosed } from '../http/when-closed.ts'
import { header, toCells, toLine } from './csv.ts'

/** Only what is asked for now: a filter that somebody has kept is not refused. */
const AskedInOrder = ExportQuery.refine(isInOrder, inOrder)

/** Some expenses at a time, in the order that was asked for. */
type Portions = AsyncIterable<Expense[]>

/** `GET /expenses.csv` and `/expenses.json`: all that the filters match. */
export function exportRoutes(parts: Parts): Router {
  const router = Router()

  router.get('/expenses.csv', async (req, res) => {
    await send(res, 'csv', 'text/csv; charset=utf-8; header=present', csv(await matching(req, res)))
  })

  router.get('/expenses.json', async (req, res) => {
    await send(res, 'json', 'application/json; charset=utf-8', json(await matching(req, res)))
  })

  async function matching(req: Request, res: Response): Promise<Portions> {
    const { sort = '-date', asOf, ...asked } = queryOf(req, AskedInOrder)
    const filter = await filterOf(parts, res, asked)
    const ledger = await openLedger(parts, req, res, { names: expenseTables, asOf })
    const found = ledger.everyExpense(filter, sort)
    whenClosed(res, () => void found.return(undefined))
    // What cannot be read at all is answered as a problem, and not as a file that breaks off; unless that is found out late.
    const first = found.next()
    first.catch(() => undefined)
    await Promise.race([first, pause(PATIENCE, undefined, { ref: false })])
    return portions()

    async function* portions(): AsyncGenerator<Expense[]> {
      const begun = await first
      if (!begun.done) yield begun.value.map(expenseView)
      for await (const items of found) yield items.map(expenseView)
    }
  }

  return router
}

async function* csv(portions: Portions): AsyncGenerator<string> {
  yield toLine(header)
  for await (const expenses of portions) yield expenses.map((expense) => toLine(toCells(expense))).join('')
}

/** An array with an expense a line. */
async function* json(portions: Portions): AsyncGenerator<string> {
  yield '['
  let before = '\n'
  for await (const expenses of portions) {
    if (expenses.length === 0) continue
    yield before + expenses.map((expense) => JSON.stringify(expense)).join(',\n')
    before = ',\n'
  }
  yield before === '\n' ? ']\n' : '\n]\n'
}

async function send(res: Response, kind: string, type: string, lines: AsyncIterable<string>): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  await sendFile(res, { name: `expenses-${day}.${kind}`, type }, lines)
}
