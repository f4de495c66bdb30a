import type { Request, RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'
import { patternAsked } from '../access/gate.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Counts and times every request by what it was about, never by whom or which: labels are words of ours alone. */
export function countRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'ledger_http_request_seconds',
    help: 'Requests answered, from the first line read to the last byte handed over',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return (req, res, next) => {
    const begun = performance.now()
    res.once('finish', () => {
      const method = METHODS.has(req.method) ? req.method : 'other'
      seconds.observe({ method, route: routeOf(req), status: res.statusCode }, (performance.now() - begun) / 1000)
    })
    next()
  }
}

/** The pattern that the request met, `/api/expenses/:id`. What met none, files of the page and whatever people try, is one. */
export function routeOf({ originalUrl, route, res }: Request): string {
  const asked = res && patternAsked(res)
  if (asked !== undefined) return asked
  const path = (route as { path?: unknown } | undefined)?.path
  if (typeof path !== 'string') return 'other'
  // Express forgets where a router was mounted once the request has left it, as it has after an error.
  return originalUrl.startsWith('/api/') ? `/api${path}` : path
}
