import type { Request, Response } from 'express'
import type { Asked, Handled, Work } from '../../../commands/handle.ts'
import { idempotencyKeyOf } from './asked.ts'
import { callerOf } from '../signing-in/caller.ts'
import type { Parts } from '../parts.ts'
import { asOf, sourceOf, viewOf } from './views.ts'

/** Handles a command for whoever asks and answers with what it left. */
export async function command(parts: Parts, req: Request, res: Response, work: Work, status = 200): Promise<void> {
  await answer(res, status, parts, await parts.handle(askedBy(req, res, parts), status, work))
}

/** The body comes from the decider's state, never from a projection; a repeated request gets its first answer. */
export async function answer(res: Response, status: number, { log }: Parts, handled: Handled): Promise<void> {
  const replayed = 'replayed' in handled
  const { stream, version, position } = replayed ? handled.replayed : handled
  const body = await viewOf(replayed ? asOf(log, position) : sourceOf(handled, log), stream)
  if (replayed) res.set('Idempotent-Replay', 'true')
  res.set('ETag', `"${version}"`).set('Ledger-Position', String(position))
  // What `res.json` does, without asking for its settings and parsing the type that it sets.
  res.status(replayed ? handled.replayed.outcome : status).setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(JSON.stringify(body))
}

/** Who asks, from where; with an idempotency key, a digest of all that makes two requests the same. */
export function askedBy(req: Request, res: Response, { log }: Parts): Asked {
  const { id, means } = callerOf(res)
  const key = idempotencyKeyOf(req)
  const metadata = { correlationId: req.id, origin: 'scope' in means ? ('api' as const) : ('web' as const) }
  if (key === undefined) return { actorId: id, metadata }
  const request = log.requestDigest([req.method, req.originalUrl, textOf(req.body)])
  return { actorId: id, metadata, key: { userId: id, key, request } }
}

/** A body as text, to tell it from others: JSON, or a file as it was sent. */
function textOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString('base64') : JSON.stringify(body ?? null)
}
