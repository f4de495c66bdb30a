import { Router, type Request, type Response } from 'express'
import type { Question, Span } from '../../../projections/projections.ts'
import { ChangesQuery, SpendingQuery, StatementQuery } from '../../api.ts'
import { ledgerAsked } from '../access/access.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { positionOf, queryOf } from '../http/asked.ts'
import { invalid } from '../http/problems.ts'
import type { Parts } from '../parts.ts'
import { sendReport, sendWithProgress } from './send.ts'

type Asked = { user?: Span['userId'] } & Omit<Span, 'userId'>

/** `GET /reports/spending`, `/reports/statement` and `/reports/changes`: replayed from the log as of any moment. */
export function reportRoutes(parts: Parts): Router {
  const router = Router()

  router.get('/reports/spending', async (req, res) => {
    const { group = '', asOf, ...asked } = queryOf(req, SpendingQuery)
    const groups = { month: group.includes('month'), category: group.includes('category') }
    const question = { span: await spanOf(res, asked), group: groups, asOf: await momentOf(asOf, 'asOf') }
    await answer(req, res, { report: 'spending', ...question })
  })

  router.get('/reports/statement', async (req, res) => {
    const { asOf, ...asked } = queryOf(req, StatementQuery)
    const span = await spanOf(res, asked)
    await answer(req, res, { report: 'statement', span, asOf: await momentOf(asOf, 'asOf') })
  })

  router.get('/reports/changes', async (req, res) => {
    const { since: earlier, until: later, ...asked } = queryOf(req, ChangesQuery)
    const span = await spanOf(res, asked)
    const [since, until] = [await momentOf(earlier, 'since'), await momentOf(later, 'until')]
    if (since > until) throw invalid([{ path: 'until', message: 'Expected a moment that is not before since' }])
    await answer(req, res, { report: 'changes', span, since, until })
  })

  /** A position; without words for it that of the head. */
  async function momentOf(asOf: string | undefined, path: string): Promise<number> {
    return asOf === undefined ? (await parts.log.head()).position : resolveAsOf(parts.log, asOf, path)
  }

  async function answer(req: Request, res: Response, question: Question): Promise<void> {
    // The log itself has every position that a command was ever answered: there is nothing to wait for.
    positionOf(req)
    res.set('Ledger-Position', String(question.report === 'changes' ? question.until : question.asOf))
    if (req.method === 'HEAD') return void res.type('json').end()
    const withProgress = req.accepts(['json', 'text/event-stream']) === 'text/event-stream'
    await (withProgress ? sendWithProgress : sendReport)(res, parts.projections, question)
  }

  /** Members are shown their own; an admin everybody's, unless one user is named. */
  async function spanOf(res: Response, { user, from, to }: Asked): Promise<Span> {
    return { userId: await ledgerAsked(parts, res, user), from, to }
  }

  return router
}
