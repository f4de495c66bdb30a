import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Sends `chunks` as a file, as fast as they are taken and no faster. When somebody goes away, nothing more is read. */
export async function sendFile(
  res: Response,
  { name, type }: { name: string; type: string },
  chunks: AsyncIterable<string | Buffer>,
): Promise<void> {
  res.set('Content-Type', type).set('Content-Disposition', `attachment; filename="${name}"`)
  if (res.req.method === 'HEAD') return void res.end()
  try {
    await pipeline(Readable.from(chunks), res)
  } catch (error) {
    // Who goes away early is nobody's fault.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
