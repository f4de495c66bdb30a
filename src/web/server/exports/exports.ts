import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import { ExportQuery, type Expense } from '../../api.ts'
import { queryOf } from '../http/asked.ts'
import { callerOf, signedIn } from '../signing-in/caller.ts'
import { expenseView, filterOf } from '../expenses.ts'
import type { Parts } from '../parts.ts'
import { awaitPosition } from '../http/reading.ts'
import { header, toCells, toLine } from './csv.ts'

/** Some expenses at a time, in the order that was asked for. */
type Portions = AsyncIterable<Expense[]>

/** `GET /expenses.csv` and `/expenses.json`: all that the filters match. */
export function exportRoutes(parts: Parts): Router {
  const router = Router()

  router.get('/expenses.csv', signedIn, async (req, res) => {
    await send(res, 'csv', 'text/csv; charset=utf-8; header=present', csv(await matching(req, res)))
  })

  router.get('/expenses.json', signedIn, async (req, res) => {
    await send(res, 'json', 'application/json; charset=utf-8', json(await matching(req, res)))
  })

  async function matching(req: Request, res: Response): Promise<Portions> {
    const { sort = '-date', ...asked } = queryOf(req, ExportQuery)
    const filter = filterOf(callerOf(res), asked)
    await awaitPosition(req, parts, ['expenses', 'categories', 'users'])
    const found = parts.projections.everyExpense(filter, sort)
    // What cannot be read at all is answered as a problem, and not as a file that breaks off.
    const first = await found.next()
    return portions()

    async function* portions(): AsyncGenerator<Expense[]> {
      if (!first.done) yield first.value.map(expenseView)
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
  let before = '[\n'
  for await (const expenses of portions) {
    if (expenses.length === 0) continue
    yield before + expenses.map((expense) => JSON.stringify(expense)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** As fast as it is taken and no faster. When somebody goes away, nothing more is read. */
async function send(res: Response, kind: string, type: string, lines: AsyncIterable<string>): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  res.set('Content-Type', type).set('Content-Disposition', `attachment; filename="expenses-${day}.${kind}"`)
  if (res.req.method === 'HEAD') return void res.end()
  try {
    await pipeline(Readable.from(lines), res)
  } catch (error) {
    // Who goes away early is nobody's fault.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
