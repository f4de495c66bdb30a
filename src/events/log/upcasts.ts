import type { EventType } from '../event.ts'

type Shape = Record<string, unknown>

/**
 * How old shapes of an event's data become today's, oldest first: the first entry lifts schema 1 to 2, and so on. An
 * event says its schema in its metadata where it is not 1. Stored bytes never change.
 */
export const upcasts: { readonly [T in EventType]?: readonly ((data: Shape) => Shape)[] } = {}

/** The schema that new events of `type` are written in. */
export function schemaOf(type: EventType): number {
  return (upcasts[type]?.length ?? 0) + 1
}

/** `data` of `schema` in today's shape. */
export function upcast(type: EventType, schema: number, data: Shape): Shape {
  return (upcasts[type] ?? []).slice(schema - 1).reduce((shape, lift) => lift(shape), data)
}
