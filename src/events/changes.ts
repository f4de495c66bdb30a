import * as z from 'zod'

/** What a field was and what it is. */
export type Change<T> = { from: T; to: T }

/** Per field of `T`, only those that really changed. */
export type Changes<T> = { [K in keyof T]?: Change<T[K]> | undefined }

type ChangedShape<S extends z.ZodRawShape> = {
  [K in keyof S]: z.ZodOptional<z.ZodObject<{ from: S[K]; to: S[K] }>>
}

/** The schema of `Changes<T>` for the fields of `shape`. */
export function changesOf<S extends z.ZodRawShape>(shape: S) {
  const fields: unknown = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, z.strictObject({ from: schema, to: schema }).optional()]),
  )
  return z.strictObject(fields as ChangedShape<S>)
}

/** The fields of `wanted` that differ from `current`, with what they were. `{}` if nothing differs. */
export function changesBetween<T extends object>(
  current: T,
  wanted: { [K in keyof T]?: T[K] | undefined },
): Changes<T> {
  const changes: Changes<T> = {}
  for (const field of Object.keys(wanted) as (keyof T)[]) {
    const to = wanted[field]
    if (to !== undefined && to !== current[field]) changes[field] = { from: current[field], to }
  }
  return changes
}

/** The new values in `changes`. */
export function newest<T extends object>(changes: Changes<T>): Partial<T> {
  return valuesOf(changes, 'to')
}

/** The old values in `changes`. */
export function oldest<T extends object>(changes: Changes<T>): Partial<T> {
  return valuesOf(changes, 'from')
}

function valuesOf<T extends object>(changes: Changes<T>, end: 'from' | 'to'): Partial<T> {
  const values: Partial<T> = {}
  for (const field of Object.keys(changes) as (keyof T)[]) {
    const change = changes[field]
    if (change) values[field] = change[end]
  }
  return values
}

export function isEmpty(changes: object): boolean {
  return Object.keys(changes).length === 0
}
