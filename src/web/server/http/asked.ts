import type { Request } from 'express'
import * as z from 'zod'
import { invalid, Refused } from './problems.ts'

/** The body as `schema` has it. Throws `Refused`: 415 for another media type, 400 for none, 422 with every field. */
export function bodyOf<T extends z.ZodType>(req: Request, schema: T): z.output<T> {
  if (req.body !== undefined) return parsed(schema, req.body)
  if (req.headers['content-type'] !== undefined && !req.is('application/json')) {
    throw new Refused(415, 'unsupported-media-type', 'Expected Content-Type: application/json')
  }
  throw new Refused(400, 'malformed', 'Expected a JSON body')
}

/** Refuses a body that nobody asked for; `{}` is none. */
export function noBody(req: Request): void {
  if (Number(req.get('Content-Length') ?? 0) > 0 || req.get('Transfer-Encoding')) bodyOf(req, Nothing)
}

/** The query as `schema` has it: unknown parameters and values given twice are refused. */
export function queryOf<T extends z.ZodType>(req: Request, schema: T): z.output<T> {
  const search = req.originalUrl.split('?', 2)[1]
  if (search === undefined) return parsed(schema, {})
  if (!isPercentEncoded(search)) throw new Refused(400, 'malformed', 'The query is not percent-encoded UTF-8')
  return parsed(schema, req.query)
}

/** `If-Match: "3"` → 3; `undefined` if it is absent or `*`. */
export function versionOf(req: Request): number | undefined {
  const header = req.get('If-Match')
  if (header === undefined || header === '*') return undefined
  const [, version] = /^"(\d{1,10})"$/.exec(header) ?? []
  if (version === undefined) {
    throw new Refused(400, 'malformed', 'Expected If-Match to be a version in quotes, such as "3"', {
      errors: [{ path: 'If-Match', message: 'Expected a version in quotes, such as "3"' }],
    })
  }
  return Number(version)
}

/** The position that a read asks to wait for. */
export function positionOf(req: Request): number | undefined {
  const header = req.get('Ledger-Position')
  if (header === undefined) return undefined
  if (!/^\d{1,15}$/.test(header)) throw invalid([{ path: 'Ledger-Position', message: 'Expected a position' }])
  return Number(header)
}

/** The idempotency key, if there is one. */
export function idempotencyKeyOf(req: Request): string | undefined {
  const key = req.get('Idempotency-Key')
  if (key === undefined || /^[ -~]{1,200}$/.test(key)) return key
  throw invalid([{ path: 'Idempotency-Key', message: 'Expected 1 to 200 characters of ASCII' }])
}

function parsed<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  throw invalid(result.error.issues.flatMap(fieldErrors))
}

const Nothing = z.strictObject({})

/** Node decodes what it can and keeps the rest; nobody means the rest. */
function isPercentEncoded(search: string): boolean {
  try {
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}

function fieldErrors(issue: z.core.$ZodIssue) {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Unknown: leave it out' }))
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return [{ path, message: missing ? 'Required' : issue.message }]
}
