import type { EventType } from '../events/event.ts'
import type { UserId } from '../events/ids.ts'
import type { Projection, Row, Told, Touch } from './projection.ts'

/** The event types that `projection` cares about. */
export function typesOf(projection: Projection): EventType[] {
  return Object.keys(projection.on) as EventType[]
}

/** Events that are applied together, and who is erased after them: that is done to rows which no event names. */
export type Stretch = { events: readonly Told[]; erased: UserId | undefined }

/** `events` in order, parted after each erasure. */
export function stretchesOf(events: readonly Told[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  events.forEach(({ event }, at) => {
    if (event.type !== 'UserErased') return
    stretches.push({ events: events.slice(from, at + 1), erased: event.userId })
    from = at + 1
  })
  return [...stretches, { events: events.slice(from), erased: undefined }]
}

/** What `events` do to the rows of `projection`, in order. */
export function touchesOf(projection: Projection, events: readonly Told[]): Touch[] {
  // The map's type ties each handler to its type of event, which a look-up by a variable cannot express.
  const on = projection.on as { readonly [type: string]: ((told: Told) => readonly Touch[]) | undefined }
  const touches: Touch[] = []
  for (const told of events) {
    const own = on[told.event.type]?.(told)
    if (own) touches.push(...own)
  }
  return touches
}

/** The keys whose rows must be known before `touches` can be applied. */
export function keysNeeded(touches: readonly Touch[]): string[] {
  const [begun, needed] = [new Set<string>(), new Set<string>()]
  for (const { key, begins } of touches) {
    if (begins) begun.add(key)
    else if (!begun.has(key)) needed.add(key)
  }
  return [...needed]
}

/** The rows that `touches` make of those `before`: each touched row once, as it is in the end. Pure. */
export function applied(touches: readonly Touch[], before: ReadonlyMap<string, Row>): Map<string, Row> {
  const after = new Map<string, Row>()
  for (const { key, next } of touches) after.set(key, next(after.get(key) ?? before.get(key)))
  return after
}
