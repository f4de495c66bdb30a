import type { EventType, Recorded } from '../events/event.ts'
import type { Projection, Row, Touch } from './projection.ts'

/** The event types that `projection` cares about. */
export function typesOf(projection: Projection): EventType[] {
  return Object.keys(projection.on) as EventType[]
}

/** What `events` do to the rows of `projection`, in order. */
export function touchesOf(projection: Projection, events: readonly Recorded[]): Touch[] {
  return events.flatMap((recorded) => {
    // The map's type ties each handler to its type of event, which a look-up by a variable cannot express.
    const on = projection.on[recorded.event.type] as ((recorded: Recorded) => readonly Touch[]) | undefined
    return on?.(recorded) ?? []
  })
}

/** The keys whose rows must be known before `touches` can be applied. */
export function keysNeeded(touches: readonly Touch[]): string[] {
  const begun = new Map<string, boolean>()
  for (const { key, begins } of touches) if (!begun.has(key)) begun.set(key, begins)
  return [...begun.keys()].filter((key) => !begun.get(key))
}

/** The rows that `touches` make of those `before`: each touched row once, as it is in the end. Pure. */
export function applied(touches: readonly Touch[], before: ReadonlyMap<string, Row>): Map<string, Row> {
  const after = new Map<string, Row>()
  for (const { key, next } of touches) after.set(key, next(after.get(key) ?? before.get(key)))
  return after
}
