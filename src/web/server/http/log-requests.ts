import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Caller } from '../signing-in/caller.ts'
import { routeOf } from '../metrics/requests.ts'

const ASKS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A line for each request once it is over: those that change something with `info`, those that only ask with `debug`. There is no text
 * of people's in it: not the address that was asked for, which may hold anything, but the route that it met.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const level = ASKS.has(req.method) ? 'debug' : 'info'
    if (logger.isLevelEnabled(level)) {
      const begun = performance.now()
      res.on('close', () => logger[level](lineOf(req, res, performance.now() - begun), 'request'))
    }
    next()
  }
}

function lineOf(req: Request, res: Response, milliseconds: number): object {
  const caller = res.locals.caller as Caller | undefined
  const position = res.getHeader('Ledger-Position')
  return {
    requestId: req.id,
    method: req.method,
    route: routeOf(req),
    status: res.statusCode,
    ms: Math.round(milliseconds),
    ...(caller && { actor: caller.id }),
    ...(position !== undefined && { position: Number(position) }),
    // Whoever asked was gone before all was answered.
    ...(!res.writableFinished && { cut: true }),
  }
}
