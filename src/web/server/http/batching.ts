import type { Request, Response } from 'express'
import type { Work } from '../../../commands/handle.ts'
import type { Origin } from '../../../events/event.ts'
import { newId } from '../../../events/ids.ts'
import type { BatchDone } from '../../api.ts'
import type { Parts } from '../parts.ts'
import { versionOf } from './asked.ts'
import { askedBy } from './commanding.ts'
import { invalid } from './problems.ts'

/** What a batch came to, and at which position; `replayed` when it was asked again. */
export type BatchAnswer = { done: BatchDone; position: number; replayed: boolean }

/** Handles a command about many expenses, as one batch, and answers with what it came to. */
export async function commandBatch(parts: Parts, req: Request, res: Response, work: Work): Promise<void> {
  answerBatch(res, await handleBatch(parts, req, res, work))
}

/** What it came to is read from the log, also when it is asked again. */
export async function handleBatch(
  parts: Parts,
  req: Request,
  res: Response,
  work: Work,
  origin?: Origin,
): Promise<BatchAnswer> {
  const { metadata, ...asked } = askedBy(req, res, parts)
  const inBatch = { ...metadata, batch: newId(), ...(origin && { origin }) }
  const handled = await parts.handle({ ...asked, metadata: inBatch }, 200, work)
  const replayed = 'replayed' in handled
  const { commandId, position } = replayed ? handled.replayed : handled
  return { done: await parts.log.batchOfCommand(commandId), position, replayed }
}

export function answerBatch(res: Response, { done, position, replayed }: BatchAnswer): void {
  if (replayed) res.set('Idempotent-Replay', 'true')
  res.set('Ledger-Position', String(position)).json(done)
}

/** Refuses `If-Match`: what is about many expenses is for no one version, and must not be taken as if it were. */
export function noVersion(req: Request): void {
  if (versionOf(req) === undefined) return
  throw invalid([{ path: 'If-Match', message: 'Many expenses have no one version: leave it out' }])
}
