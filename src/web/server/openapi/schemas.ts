import * as z from 'zod'
import { CalendarDate, Instant } from '../../../events/calendar.ts'
import { Colour } from '../../../events/category.ts'
import { Origin } from '../../../events/event.ts'
import { UserId as Id } from '../../../events/ids.ts'
import { Currency } from '../../../events/money.ts'
import { Role } from '../../../events/user.ts'
import * as api from '../../api.ts'
import { reachable, refTo, toSchemas, type Schemas } from './generated.ts'
import { routes, type DescribedRoute } from './routes.ts'
import type { Schema } from './shape.ts'

/** The schemas that validate, under the names that they have in `api.ts`. */
const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries({ Id, CalendarDate, Instant, Currency, Colour, Origin, Role, ...api })) {
  if (schema instanceof z.ZodType && !named.has(schema)) named.add(schema, { id })
}

/** What is sent back. */
const outputs = toSchemas(named, 'output', (id) => id)
const sentBack = Object.keys(reachable(outputs, [api.Problem, ...routes.flatMap(sentBy)].map(givenRef)))

/**
 * What is taken. Where that differs from what is sent back (a field that may be left out, and has its default here), it gets a
 * name of its own; and then so does whatever has such a thing in it.
 */
const own = new Set<string>()
const inputName = (id: string) => (own.has(id) ? `${id}Input` : id)
const inputs = apartFrom(outputs)

function apartFrom(given: Schemas): Schemas {
  const schemas = toSchemas(named, 'input', inputName)
  const differing = sentBack.filter((id) => !own.has(id) && JSON.stringify(schemas[id]) !== JSON.stringify(given[id]))
  for (const id of differing) own.add(id)
  return differing.length === 0 ? schemas : apartFrom(given)
}

function sentBy({ answer: { json, text } }: DescribedRoute): z.ZodType[] {
  return [json, text?.each].filter((schema) => schema !== undefined)
}

export function nameOfSchema(schema: z.ZodType): string {
  const id = named.get(schema)?.id
  if (id === undefined) throw new Error('A schema that is described has to be exported by web/api.ts')
  return id
}

export function takenRef(schema: z.ZodType): Schema {
  return refTo(inputName(nameOfSchema(schema)))
}

export function givenRef(schema: z.ZodType): Schema {
  return refTo(nameOfSchema(schema))
}

/** What is taken itself, not a reference to it: queries are described parameter by parameter. */
export function taken(schema: z.ZodType): Schema {
  return inputs[nameOfSchema(schema)] ?? {}
}

/** All schemas that `value` refers to, by name. */
export function componentsOf(value: unknown): Schemas {
  const taken = Object.entries(inputs).map(([id, schema]) => [inputName(id), schema] as const)
  const given = sentBack.map((id) => [id, outputs[id] ?? {}] as const)
  return reachable(Object.fromEntries([...taken, ...given]), value)
}
