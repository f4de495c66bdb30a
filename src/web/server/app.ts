import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import express, { type Express } from 'express'
import { identify } from './caller.ts'
import { categoryRoutes } from './categories.ts'
import { expenseRoutes } from './expenses.ts'
import { sameOriginOnly, strictHeaders } from './guard.ts'
import { healthRoutes } from './health.ts'
import { pageRoutes } from './page.ts'
import type { Parts } from './parts.ts'
import { answerProblems, notFound } from './problems.ts'
import { sessionRoutes } from './session.ts'
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
    const begun = performance.now()
    res.on('finish', () => {
      const ms = Math.round(performance.now() - begun)
      logger.debug({ requestId: req.id, method: req.method, path: req.path, status: res.statusCode, ms }, 'request')
    })
    next()
  })
  app.use(strictHeaders(publicUrl))
  app.use(healthRoutes(parts))
  app.use('/api', api(parts))
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

function api(parts: Parts): express.Router {
  const router = express.Router()
  router.use((req, res, next) => {
    res.set('Cache-Control', 'no-store')
    // Express would answer 304 by itself.
    delete req.headers['if-none-match']
    next()
  })
  router.use(sameOriginOnly(parts.publicUrl), identify(parts))
  router.use(express.json({ limit: '100kb', inflate: false, verify: utf8Only }))
  router.use(sessionRoutes(parts), userRoutes(parts), categoryRoutes(parts), expenseRoutes(parts))
  router.use(nothingElse)
  return router
}
