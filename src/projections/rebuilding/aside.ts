import { Worker } from 'node:worker_threads'
import type { ProjectionName } from '../projections.ts'

const THREAD = new URL('./rebuild-thread.ts', import.meta.url)

/** A rebuild leaves much behind that is soon garbage: what it may pile up before it is swept costs memory and saves little. */
const LIMITS = { maxYoungGenerationSizeMb: 48 }

/** What the thread is to do. */
export type Order = { url: string; name: ProjectionName }
/** What became of it; `passes` says that it was the database, and may go well another time. */
export type Outcome = { kind: 'done' } | { kind: 'busy' } | { kind: 'failed'; message: string; passes: boolean }
/** What the thread says: that it has begun, then how it ended. */
export type Said = { kind: 'begun' } | Outcome

/** A rebuild that goes on: whether it began, once that is known, and how it ends. */
export type Rebuilding = { begun: Promise<boolean>; ended: Promise<Outcome> }

export type Aside = ReturnType<typeof openAside>

/** Rebuilds in threads of their own, with connections of their own, so that whoever serves is not held up. */
export function openAside(url: string) {
  const threads = new Set<Worker>()

  function rebuild(name: ProjectionName): Rebuilding {
    const begun = Promise.withResolvers<boolean>()
    const ended = Promise.withResolvers<Outcome>()
    const thread = new Worker(THREAD, { workerData: { url, name } satisfies Order, resourceLimits: LIMITS })
    threads.add(thread)
    function end(outcome: Outcome): void {
      begun.resolve(outcome.kind === 'done')
      ended.resolve(outcome)
    }
    thread.on('message', (said: Said) => (said.kind === 'begun' ? begun.resolve(true) : end(said)))
    thread.on('error', (error: Error) => end({ kind: 'failed', message: error.message, passes: false }))
    thread.on('exit', () => {
      threads.delete(thread)
      // Whoever closes the projections ends it in the middle, which a rebuild is made for.
      end({ kind: 'failed', message: 'The rebuild was ended', passes: true })
    })
    return { begun: begun.promise, ended: ended.promise }
  }

  return {
    rebuild,
    async close(): Promise<void> {
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}
