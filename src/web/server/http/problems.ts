import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { Rejected, type FieldError, type Reason } from '../../../commands/rejected.ts'
import type { Problem } from '../../api.ts'

/** A request that is answered with a problem. `slug` ends the problem's stable type. */
export class Refused extends Error {
  readonly status: number
  readonly slug: string
  readonly more: { errors?: FieldError[]; firstRun?: boolean; retryAfter?: number }
  constructor(status: number, slug: string, message: string, more: Refused['more'] = {}) {
    super(message)
    this.status = status
    this.slug = slug
    this.more = more
  }
}

/** The one place where a refusal gets its status: a new reason without one does not compile. */
const statusOf = {
  UserUnknown: 404,
  UserDeleted: 409,
  UserNotDeleted: 409,
  UserErased: 409,
  NotAllowed: 403,
  ShareUnknown: 404,
  NameDiffers: 422,
  EmailTaken: 409,
  LastAdmin: 409,
  CategoryUnknown: 404,
  CategoryNameTaken: 409,
  ExpenseUnknown: 404,
  ExpenseExists: 409,
  ExpenseDeleted: 409,
  ExpenseNotDeleted: 409,
  VersionUnknown: 422,
  BatchUnknown: 404,
  ChangedSince: 409,
  TooManyExpenses: 422,
  AmountInvalid: 422,
  InvalidReference: 422,
  StaleVersion: 412,
  IdempotencyKeyReused: 422,
  AlreadySetUp: 401,
  LedgerNotEmpty: 409,
} satisfies Record<Reason, number>

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused by a rule',
  412: 'Stale version',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid',
  429: 'Too many attempts',
  500: 'Something went wrong here',
  503: 'Not available just now',
}

export const notFound = () => new Refused(404, 'not-found', 'There is nothing here')
export const notAllowed = () => new Refused(403, 'not-allowed', 'Only an admin may do this')
export const invalid = (errors: FieldError[]) => {
  return new Refused(422, 'invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), { errors })
}

export const unavailable = () => {
  return new Refused(503, 'unavailable', 'The ledger cannot answer just now. Try again.', { retryAfter: 1 })
}

/**
 * Answers 503 where nobody has answered so many milliseconds after all of the request was there, whatever is still waited
 * for: a database that is silent keeps no caller.
 */
export function answerInTime(logger: Logger, patienceWith: (req: Request) => number): RequestHandler {
  return (req, res, next) => {
    const late = setTimeout(() => {
      if (!req.complete) late.refresh()
      if (!req.complete || res.headersSent) return
      logger.warn({ requestId: req.id }, 'A request was not served in time')
      answerProblem(res, unavailable())
    }, patienceWith(req))
    res.on('close', () => clearTimeout(late))
    next()
  }
}

/** Answers every error. What is not expected is logged and answered with nothing of itself. */
export function answerProblems(logger: Logger, isPassing: (error: unknown) => boolean): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    // Whoever was told to come again is not told what became of it.
    if (res.writableEnded) return
    const refused = toRefused(error, isPassing)
    if (refused.status === 500) logger.error({ requestId: req.id, err: error }, 'A request failed')
    if (refused.status === 503) logger.warn({ requestId: req.id, err: error }, 'A request could not be served')
    if (res.headersSent) {
      res.destroy()
      return
    }
    // Who was refused and looks again must see what the refusal saw.
    if (error instanceof Rejected && error.position) res.set('Ledger-Position', String(error.position))
    answerProblem(res, refused)
  }
}

function toRefused(error: unknown, isPassing: (error: unknown) => boolean): Refused {
  if (error instanceof Refused) return error
  if (error instanceof Rejected) {
    const { reason, message, errors } = error
    return new Refused(statusOf[reason], kebab(reason), message, errors.length === 0 ? {} : { errors })
  }
  if (isPassing(error)) return unavailable()
  return (
    ofExpress(error) ?? new Refused(500, 'internal', 'The ledger failed at this request. The request id says more.')
  )
}

/** What Express, its body parser and its file server throw has a status of its own. */
function ofExpress(error: unknown): Refused | undefined {
  const { status, type, limit } = error as { status?: unknown; type?: unknown; limit?: unknown }
  if (status === 413) return new Refused(413, 'too-large', `The body is larger than ${Number(limit) / 1024} kB`)
  if (status === 415) return new Refused(415, 'unsupported-media-type', 'Expected UTF-8 JSON without compression')
  if (type === 'entity.parse.failed') return new Refused(400, 'malformed', 'The body is not JSON')
  if (type === 'entity.verify.failed') return new Refused(400, 'malformed', 'The body is not UTF-8')
  if (status === 403 || status === 404) return notFound()
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Refused(400, 'malformed', 'The request is malformed')
    : undefined
}

function answerProblem(res: Response, { status, slug, message, more }: Refused): void {
  const { retryAfter, ...rest } = more
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter))
  if (status === 401) res.set('WWW-Authenticate', 'Bearer')
  const problem: Problem = {
    type: `urn:expense-ledger:problem:${slug}`,
    title: titles[status] ?? 'Problem',
    status,
    detail: message,
    ...rest,
    requestId: res.req.id,
  }
  res.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

function kebab(reason: string): string {
  return reason.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}
