import { hash, timingSafeEqual } from 'node:crypto'
import { Router, type Request, type RequestHandler } from 'express'
import { Registry } from 'prom-client'
import { isCalledByOwnName } from '../http/guard.ts'
import { isLoopback } from '../http/loopback.ts'
import type { Parts } from '../parts.ts'
import { Refused } from '../http/problems.ts'

export function metricsRoutes({
  health,
  metrics,
  metricsToken,
  publicUrl,
}: Pick<Parts, 'health' | 'metrics' | 'metricsToken' | 'publicUrl'>): Router {
  const router = Router()

  router.get('/metrics', mayRead(metricsToken, publicUrl), async (_req, res) => {
    const text = await metrics.text(await health.look())
    res.set('Cache-Control', 'no-store').type(Registry.PROMETHEUS_CONTENT_TYPE).send(text)
  })

  return router
}

/** Whoever has the token; where there is none, whoever asks from this very machine and not through a proxy on it. */
function mayRead(token: string | undefined, publicUrl: URL | undefined): RequestHandler {
  return (req, res, next) => {
    if (token === undefined) {
      if (isFromHere(req) && isCalledByOwnName(req, publicUrl)) return next()
      throw new Refused(403, 'not-allowed', 'Metrics are for this machine alone unless METRICS_TOKEN is set')
    }
    if (isSame(req.get('Authorization') ?? '', `Bearer ${token}`)) return next()
    res.set('WWW-Authenticate', 'Bearer')
    throw new Refused(401, 'not-signed-in', 'Expected the token of METRICS_TOKEN as a bearer')
  }
}

function isFromHere({ socket, headers }: Request): boolean {
  const forwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers.via
  return forwarded === undefined && isLoopback(socket.remoteAddress ?? '')
}

/** Takes as long for a wrong one as for the right one. */
function isSame(given: string, right: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', right, 'buffer'))
}
