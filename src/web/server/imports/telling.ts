import type { Request, Response } from 'express'
import type { ImportStep } from '../../api/import-progress.ts'
import type { BatchAnswer } from '../http/batching.ts'
import { Refused } from '../http/problems.ts'

export type Tell = (step: ImportStep, rows: number, of: number) => void

/** Throws where nobody waits any more: whoever asked has gone, as by cancelling, or was told to come again. */
export function expectThere(res: Response): void {
  if (res.destroyed || res.writableEnded) throw new Refused(503, 'cancelled', 'Whoever asked has gone')
}

/**
 * Tells whoever asks for it, as server-sent events, how far their import is. What it throws ends the import: nothing is
 * recorded for whoever is not there any more.
 */
export function tellingTo(req: Request, res: Response): Tell {
  const isToBeTold = req.accepts(['json', 'text/event-stream']) === 'text/event-stream'
  return (step, rows, of) => {
    expectThere(res)
    if (!isToBeTold) return
    if (!res.headersSent) res.type('text/event-stream').set('X-Accel-Buffering', 'no')
    res.write(`event: progress\ndata: ${JSON.stringify({ step, rows, of })}\n\n`)
  }
}

/** The last that is told. Headers have gone ahead: the position is the event's id, as in `/live`. */
export function tellDone(res: Response, { done, position }: BatchAnswer): void {
  res.end(`id: ${position}\nevent: done\ndata: ${JSON.stringify(done)}\n\n`)
}
