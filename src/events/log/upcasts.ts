import type { EventType } from '../event.ts'
import type { Json } from './canonical.ts'

export type Data = { readonly [name: string]: Json | undefined }
export type Upcasts = { readonly [T in EventType]?: readonly ((data: Data) => Data)[] }

/**
 * How old shapes of an event's data become today's, oldest first: the first entry lifts schema 1 to 2, and so on. An
 * event says its schema in its metadata where it is not 1. Stored bytes never change. Fields with personal text are
 * missing from `data` where nobody asked for them, or nobody can open them any more.
 */
export const upcasts: Upcasts = {}

/** The schema that new events of `type` are written in. */
export function schemaOf(type: EventType, lifts: Upcasts = upcasts): number {
  return (lifts[type]?.length ?? 0) + 1
}

/** `data` of `schema` in today's shape. Throws if the schema is not known: a later release has written it. */
export function upcast(type: EventType, schema: number, data: Data, lifts: Upcasts = upcasts): Data {
  const today = schemaOf(type, lifts)
  if (schema === today) return data
  if (schema < 1 || schema > today) {
    throw new Error(`This release knows ${type} up to schema ${today}, not schema ${schema}`)
  }
  return (lifts[type] ?? []).slice(schema - 1).reduce((shape, lift) => lift(shape), data)
}
