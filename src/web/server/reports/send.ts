import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Projections, Question, ReplayProgress } from '../../../projections/projections.ts'
import { whenClosed } from '../http/when-closed.ts'

/** Milliseconds after which whoever waits for a report is told that it will come: longer than most take. */
const PATIENCE = 3_000

/** What piping says when nobody takes the answer any longer: while it was on its way, or before it began. */
const GONE = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE']

/** Answers with the report as JSON, as fast as it is taken and no faster. */
export async function sendReport(res: Response, { report }: Pick<Projections, 'report'>, question: Question) {
  res.type('json')
  const late = setTimeout(() => res.flushHeaders(), PATIENCE)
  await whileThere(res, async (signal) => {
    const pieces = report(question, { signal })
    // What cannot be replayed at all is answered as a problem, and not as an answer that breaks off.
    const first = await pieces.next()
    await pipeline(Readable.from(from(first, pieces)), res)
  }).finally(() => clearTimeout(late))
}

/** The same as server-sent events: `progress` while there is something to tell, then one `report`, and the stream ends. */
export async function sendWithProgress(res: Response, { report }: Pick<Projections, 'report'>, question: Question) {
  res.type('text/event-stream').set('X-Accel-Buffering', 'no').flushHeaders()
  const onProgress = (progress: ReplayProgress) => {
    res.write(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`)
  }
  await whileThere(res, async (signal) => {
    const pieces = report(question, { signal, onProgress })
    // All of the replay is behind the first piece: no progress comes between it and the rest.
    const first = await pieces.next()
    await pipeline(Readable.from(asEvent(from(first, pieces))), res)
  })
}

async function* from(first: IteratorResult<string, unknown>, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value
  yield* rest
}

async function* asEvent(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield 'event: report\ndata: '
  yield* pieces
  yield '\n\n'
}

/** When whoever asked goes away, no more is replayed: that is nobody's fault. */
async function whileThere(res: Response, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const gone = new AbortController()
  whenClosed(res, () => gone.abort())
  try {
    await work(gone.signal)
  } catch (error) {
    // A fault half way closes the connection, too.
    const { name, code = '' } = error as NodeJS.ErrnoException
    if (name !== 'AbortError' && !GONE.includes(code)) throw error
  }
}
