import { examples } from './examples.ts'
import type { Schema } from './shape.ts'
import { meaningOf } from './words.ts'
import { schemaMeanings } from './words/schemas.ts'

/** A schema as people read it: what every number and every id has is left out, and what a word means is said. */
export function tidy(name: string, generated: Schema): Schema {
  const described = { ...plain(name, generated) }
  const meaning = schemaMeanings[name]
  const example = examples[name]
  if (meaning !== undefined) described.description = meaning
  if (example !== undefined) described.examples = [example]
  return described
}

/** Formats say it better than the patterns beside them. */
const told = new Set(['uuid', 'date', 'email'])

function plain(owner: string, generated: Schema): Schema {
  const { $schema: _schema, $id: _id, ...schema } = generated as Schema & { $schema?: string; $id?: string }
  if (told.has(schema.format ?? '')) delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  delete schema.propertyNames
  if (schema.items) schema.items = plain(owner, schema.items)
  if (typeof schema.additionalProperties === 'object') {
    schema.additionalProperties = plain(owner, schema.additionalProperties)
  }
  for (const union of ['anyOf', 'oneOf', 'allOf'] as const) {
    if (schema[union]) schema[union] = schema[union].map((one) => plain(owner, one))
  }
  if (schema.properties) schema.properties = propertiesOf(owner, schema.properties)
  return schema
}

function propertiesOf(owner: string, properties: Record<string, Schema>): Record<string, Schema> {
  const described = Object.entries(properties).map(([field, schema]) => {
    const description = meaningOf(owner, field)
    return [field, { ...plain(`${owner}.${field}`, schema), ...(description !== undefined && { description }) }]
  })
  return Object.fromEntries(described) as Record<string, Schema>
}
