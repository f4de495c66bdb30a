import type { LedgerEvent, Recorded, Stream } from '../../events/event.ts'
import type { Source } from './question.ts'

/** Streams that are read in one statement. */
const AT_ONCE = 100

export type Names = ReturnType<typeof openNames>

/** What people and categories were called when the log had come to `position`. Each is read once. */
export function openNames(log: Source, position: number) {
  const known = new Map<Stream, string>()
  return {
    /** Sees to it that `of` knows `streams`. */
    async learn(streams: Iterable<Stream>): Promise<void> {
      const missing = [...new Set(streams)].filter((stream) => !known.has(stream))
      for (let from = 0; from < missing.length; from += AT_ONCE) {
        const slices = await log.readStreams(missing.slice(from, from + AT_ONCE), position)
        for (const [stream, { events }] of slices) known.set(stream, nameAfter(events))
      }
    },
    of: (stream: Stream): string => known.get(stream) ?? '',
  }
}

/** The last name that was given. */
function nameAfter(events: readonly Recorded[]): string {
  return events.reduce((name, { event }) => nameIn(event) ?? name, '')
}

function nameIn(event: LedgerEvent): string | undefined {
  if ('name' in event) return event.name
  return 'changes' in event && 'name' in event.changes ? event.changes.name?.to : undefined
}
