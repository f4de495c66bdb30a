import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import express, { type Express } from 'express'
import { gate } from './access/gate.ts'
import { identify } from './signing-in/caller.ts'
import { accessLogRoutes } from './access-log/routes.ts'
import { auditRoutes } from './audit/audit.ts'
import { auditExportRoutes } from './audit/export.ts'
import { auditVerifyRoutes } from './audit/verify.ts'
import { batchRoutes } from './batches.ts'
import { bulkRoutes } from './bulk.ts'
import { checkpointRoutes } from './audit/checkpoint.ts'
import { proofRoutes } from './audit/proof.ts'
import { categoryRoutes } from './categories.ts'
import { demoRoutes } from './demo.ts'
import { erasingRoutes } from './erasing/routes.ts'
import { expenseRoutes } from './expenses.ts'
import { exportRoutes } from './exports/exports.ts'
import { ownDataRoutes } from './exports/own-data.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './imports/routes.ts'
import { sameOriginOnly, strictHeaders } from './http/guard.ts'
import { logRequests } from './http/log-requests.ts'
import { healthRoutes } from './health/routes.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { liveRoutes } from './live/live.ts'
import { openApiRoutes } from './openapi/openapi.ts'
import { pageRoutes } from './page.ts'
import type { Parts } from './parts.ts'
import { preferencesRoutes } from './preferences/preferences.ts'
import { answerInTime, answerProblems, notFound } from './http/problems.ts'
import { projectionRoutes } from './projections.ts'
import { sharingRoutes } from './access/sharing.ts'
import { reportRoutes } from './reports/reports.ts'
import { signingInRoutes } from './signing-in/routes.ts'
import { userRoutes } from './users.ts'

declare global {
  // Express offers its requests for extension through this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      /** Also sent as X-Request-Id, and the correlation id of the events that follow. */
      id: string
    }
  }
}

/** The whole HTTP surface: the API under `/api`, health, and the page for everything else. */
export function createApp(parts: Parts): Express {
  const { logger, publicUrl, trustProxy } = parts
  const app = express()
  app.disable('x-powered-by')
  // An ETag is a version here, never a hash of the answer.
  app.set('etag', false)
  app.set('query parser', 'simple')
  if (trustProxy !== undefined) app.set('trust proxy', trustProxy)

  app.use((req, res, next) => {
    req.id = randomUUID()
    res.set('X-Request-Id', req.id)
    next()
  })
  app.use(logRequests(logger), parts.metrics.onRequest)
  app.use(strictHeaders(publicUrl))
  app.use('/api', api(parts))
  app.use(healthRoutes(parts), metricsRoutes(parts))
  app.use(pageRoutes(parts.page))
  app.use(nothingElse)
  app.use(answerProblems(logger, parts.isPassing))
  return app
}

function nothingElse(): never {
  throw notFound()
}

/** Bytes that are no text would be kept as question marks. */
function utf8Only(_req: unknown, _res: unknown, body: Buffer, charset: string): void {
  if (charset === 'utf-8' && !isUtf8(body)) throw new Error('Not UTF-8')
}

function json(limit: string): express.RequestHandler {
  return express.json({ limit, inflate: false, verify: utf8Only })
}

/** Milliseconds within which whoever asks is answered, also while the database is silent. */
const LONGEST = 10_000
/** The same for whoever asks for more than a thousand commands, or rows, at once. */
const patience: Record<string, number> = { '/demo': 120_000, '/imports': 60_000 }

function api(parts: Parts): express.Router {
  const router = express.Router()
  router.use(answerInTime(parts.logger, ({ path }) => patience[path] ?? LONGEST))
  router.use((req, res, next) => {
    res.set('Cache-Control', 'no-store')
    // Express would answer 304 by itself.
    delete req.headers['if-none-match']
    next()
  })
  router.use(sameOriginOnly(parts.publicUrl), identify(parts))
  // For anybody, with what its page looks like.
  router.use(openApiRoutes())
  // Nobody is read a body of who may not ask.
  router.use(gate(parts))
  // Ten thousand ids are more than anything else that is asked.
  router.use('/expenses/bulk', json('500kb'))
  router.use(json('100kb'))
  // Every route before the right one is tried: what is asked for most stands first.
  router.use(expenseRoutes(parts), categoryRoutes(parts), userRoutes(parts), signingInRoutes(parts))
  router.use(bulkRoutes(parts), batchRoutes(parts), importRoutes(parts), projectionRoutes(parts))
  router.use(liveRoutes(parts), exportRoutes(parts), ownDataRoutes(parts), preferencesRoutes(parts), demoRoutes(parts))
  router.use(erasingRoutes(parts), sharingRoutes(parts))
  router.use(historyRoutes(parts), auditRoutes(parts), reportRoutes(parts))
  router.use(checkpointRoutes(parts), proofRoutes(parts), auditExportRoutes(parts), auditVerifyRoutes(parts))
  router.use(accessLogRoutes(parts))
  router.use(nothingElse)
  return router
}
