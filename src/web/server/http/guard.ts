import { IncomingMessage, ServerResponse } from 'node:http'
import { isIP, Socket } from 'node:net'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import { bearerOf } from '../signing-in/bearer.ts'
import { Refused } from './problems.ts'

/** Headers that keep browsers strict; https is asked for only where the ledger is known to be behind it. */
export function strictHeaders(publicUrl: URL | undefined): RequestHandler {
  const secure = publicUrl?.protocol === 'https:'
  const sample = new ServerResponse(new IncomingMessage(new Socket()))
  const set = helmet({
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
  })
  // They are always the same: helmet is asked once, not at each request.
  set(sample.req, sample, () => undefined)
  const headers = new Map(Object.entries(sample.getHeaders() as { [name: string]: string }))
  return (_req, res, next) => {
    res.setHeaders(headers)
    next()
  }
}

/**
 * Refuses what another site makes a browser send: by its Origin, and commands by Sec-Fetch-Site too. Not where a token is shown: no
 * browser adds that by itself, and beside it the cookie, which browsers do add, does not count.
 */
export function sameOriginOnly(publicUrl: URL | undefined): RequestHandler {
  return (req, _res, next) => {
    if (bearerOf(req) !== undefined) return next()
    const origin = req.get('Origin')
    const site = req.get('Sec-Fetch-Site')
    const own = () => [publicUrl?.host, req.get('Host'), req.host].filter(Boolean)
    const foreign = origin !== undefined && !own().includes(hostOf(origin))
    const changes = req.method !== 'GET' && req.method !== 'HEAD'
    const crossSite = changes && site !== undefined && site !== 'same-origin' && site !== 'none'
    if (foreign || crossSite) throw new Refused(403, 'cross-site', 'Requests from other sites are refused')
    next()
  }
}

/**
 * Whether the ledger was called by an address, as `localhost`, or as `PUBLIC_URL` has it. Any other name may be somebody else's that was
 * made to lead here (DNS rebinding): to a browser that site is this one then, and what needs no sign-in must not be had that way.
 */
export function isCalledByOwnName({ host: name }: Pick<Request, 'host'>, publicUrl: URL | undefined): boolean {
  if (name === publicUrl?.host) return true
  const hostname = hostOf(`http://${name}`)?.replace(/:\d+$/, '') ?? ''
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) > 0 || /^(.+\.)?localhost$/.test(hostname)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
