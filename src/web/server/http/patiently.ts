import type { Response } from 'express'

/** Milliseconds after which whoever waits for a long replay is told that an answer will come. */
export const PATIENCE = 3_000

/** What `work` comes to; if it takes long, the headers go ahead of the JSON that it will be answered with, and the status with them. */
export async function patiently<T>(res: Response, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const late = setTimeout(() => res.type('json').flushHeaders(), patience)
  try {
    return await work()
  } finally {
    clearTimeout(late)
  }
}

/** Answers with `body`, whose headers may have gone ahead. */
export function answerJson(res: Response, body: unknown): void {
  if (res.headersSent) res.end(JSON.stringify(body))
  else res.json(body)
}
