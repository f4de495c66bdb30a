import type { Request, Response } from 'express'
import type { Work } from '../../../commands/handle.ts'
import type { Origin } from '../../../events/event.ts'
import { newId } from '../../../events/ids.ts'
import type { BatchDone } from '../../api.ts'
import type { Parts } from '../parts.ts'
import { versionOf } from './asked.ts'
import { askedBy } from './commanding.ts'
import { invalid } from './problems.ts'

/** Handles a command about many expenses, as one batch. What it came to is read from the log, also when it is asked again. */
export async function commandBatch(
  parts: Parts,
  req: Request,
  res: Response,
  work: Work,
  origin?: Origin,
): Promise<void> {
  const { metadata, ...asked } = askedBy(req, res, parts)
  const inBatch = { ...metadata, batch: newId(), ...(origin && { origin }) }
  const handled = await parts.handle({ ...asked, metadata: inBatch }, 200, work)
  const replayed = 'replayed' in handled
  const { commandId, position } = replayed ? handled.replayed : handled
  const done: BatchDone = await parts.log.batchOfCommand(commandId)
  if (replayed) res.set('Idempotent-Replay', 'true')
  res.set('Ledger-Position', String(position)).json(done)
}

/** Refuses `If-Match`: what is about many expenses is for no one version, and must not be taken as if it were. */
export function noVersion(req: Request): void {
  if (versionOf(req) === undefined) return
  throw invalid([{ path: 'If-Match', message: 'Many expenses have no one version: leave it out' }])
}
