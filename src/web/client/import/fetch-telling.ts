import type { ImportProgress } from '../../api/import-progress.ts'
import { eventsIn } from '../event-stream.ts'

type Fetch = typeof globalThis.fetch

/** A `fetch` for recording a file: `tell` hears how far that is, and the answer is the same as if it had been asked plainly. */
export function fetchTelling(tell: (progress: ImportProgress) => void, fetch: Fetch = globalThis.fetch): Fetch {
  return async (path, init = {}) => {
    const headers = { ...(init.headers as Record<string, string>), Accept: 'text/event-stream' }
    const response = await fetch(path, { ...init, headers })
    const isTold = response.headers.get('Content-Type')?.startsWith('text/event-stream')
    if (!isTold || !response.body) return response
    try {
      for await (const { event, id, data } of eventsIn(response.body, () => undefined)) {
        if (event === 'progress') tell(JSON.parse(data) as ImportProgress)
        if (event === 'done') return new Response(data, { headers: { 'Ledger-Position': id } })
      }
    } catch (error) {
      if (init.signal?.aborted) throw error
    }
    // It broke off. Sent again in the usual way, under the same key, the ledger says why, or what it came to.
    return fetch(path, init)
  }
}
