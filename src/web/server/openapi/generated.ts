import * as z from 'zod'
import type { Schema } from './shape.ts'
import { tidy } from './tidy.ts'

/** By name. */
export type Schemas = Record<string, Schema>
export type Names = z.core.$ZodRegistry<{ id: string }>

const PLACE = '#/components/schemas/'

export function refTo(name: string): Schema {
  return { $ref: PLACE + name }
}

/** All of `named` as JSON Schema, as they are taken or as they are sent back, referring to each other by `nameOf`. */
export function toSchemas(named: Names, io: 'input' | 'output', nameOf: (id: string) => string): Schemas {
  const { schemas } = z.toJSONSchema(named, {
    io,
    uri: (id) => PLACE + nameOf(id),
    unrepresentable: 'any',
    // What is transformed here is only brought into one form: it looks the same before and after.
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod
      if (io === 'output' && def.type === 'pipe' && def.out._zod.def.type === 'transform') {
        Object.assign(jsonSchema, z.toJSONSchema(def.in, { io: 'input', unrepresentable: 'any' }))
      }
    },
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, tidy(id, schema as Schema)]))
}

/** Those of `schemas` that `value` refers to, however far down, in the order of their names. */
export function reachable(schemas: Schemas, value: unknown): Schemas {
  const found = new Set<string>()
  const look = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name) || !schemas[name]) continue
      found.add(name)
      look(schemas[name])
    }
  }
  look(value)
  return Object.fromEntries([...found].sort().map((name) => [name, schemas[name] ?? {}]))
}
