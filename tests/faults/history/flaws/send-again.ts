import { streamOf, type Stream } from '../../../../src/events/event.ts'
import { newId } from '../../../../src/events/ids.ts'
import type { Append, Appended, Guard } from '../../../../src/events/log/append.ts'
import type { Log } from '../../../../src/events/log/log.ts'

/** Of so many answers one gets lost on its way. */
const LOST = 10

/** A client that gets no answer looks at the streams once more, and appends as if it never had. */
export function sendAgainUnderNewId(log: Log): Log['append'] {
  return async function append(first: Append): Promise<Appended> {
    const answer = await log.append(first)
    if (Math.random() >= 1 / LOST) return answer
    return log.append({ ...first, commandId: newId(), guards: await asTheyAre(log, first) })
  }
}

async function asTheyAre(log: Log, { events }: Append): Promise<Guard[]> {
  const slices = await log.readStreams([...new Set<Stream>(events.map(streamOf))])
  return [...slices].map(([stream, { version, seenAt }]) => ({ stream, version, seenAt }))
}
