import fc from 'fast-check'
import type { Schema } from '../../../../src/web/server/openapi/shape.ts'
import { injections } from '../attacks/tried.ts'
import { description } from '../openapi/held.ts'

/** Texts that something was once confused by. */
const strange = [
  ...injections,
  ...[
    '',
    ' ',
    '\0',
    '\u202e',
    '\ufffe',
    '\ud800',
    'é',
    'e\u0301',
    'ﬀ',
    'İ',
    '𠮷',
    '👩‍👩‍👧',
    '\r\nSet-Cookie: a=b',
    '%00',
    '%',
    '%ff',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '[object Object]', '{{7*7}}', '${7*7}'],
  ...['../../../etc/passwd', '<script>alert(1)</script>', '=1+1', '*', '_', '%%', '\\', "'", '"', '`'],
  ...['0', '-0', '1e309', '9007199254740993', '0x10', '٣', '1.', '.5', '00.10', '9'.repeat(40), '-'.repeat(5)],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '+275760-09-13', '2026-11-23T12:00:00Z', '1970-01-01T00:00:00+14:00'],
  ...['01970000-0000-7000-8000-000000000000', 'x'.repeat(101), 'x'.repeat(5_000)],
]

export const strangeText = fc.oneof(fc.constantFrom(...strange), fc.string({ unit: 'binary', maxLength: 40 }))

const strangeValue = fc.oneof(
  strangeText,
  fc.constantFrom<unknown>(null, true, false, 0, -0, 1e308, 1.5, -1, 2 ** 53, [], {}, [[]], [null], { toString: 1 }),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
)

/** Ids of what is there, so that what is asked gets as far as it can. */
export type Ids = fc.Arbitrary<string>

/** What `schema` takes. */
export function fitting(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, const: only, enum: choices } = schema
  if ($ref !== undefined)
    return fitting(description.components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, ids)
  if (only !== undefined) return fc.constant(only)
  if (choices) return fc.constantFrom(...choices)
  const some = anyOf ?? oneOf
  if (some) return fc.oneof(...some.map((one) => fitting(one, ids)))
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, ids)
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), { maxLength: Math.min(schema.maxItems ?? 3, 3) })
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 1_000 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(schema, ids)
    case undefined:
      return strangeValue
  }
  throw new Error(`No values of the type ${String(schema.type)} are made here`)
}

function objectOf({ properties = {}, required = [] }: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]) => [name, fitting(field, ids)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: required })
}

const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })

function textOf({ format, pattern, minLength = 0, maxLength = 60, examples = [] }: Schema, ids: Ids) {
  if (format === 'uuid') return ids
  if (format === 'date') return days.map((day) => day.toISOString().slice(0, 10))
  if (format === 'date-time') return days.map((day) => day.toISOString())
  if (format === 'email') return fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/)
  if (examples.length > 0 && pattern) return fc.constantFrom(...(examples as string[]))
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({
    unit: 'grapheme',
    minLength: Math.max(minLength, 1),
    maxLength: Math.max(minLength, Math.min(maxLength, 60)),
  })
}

/** What fits, what nearly does, and what was never meant to. */
export function anyBody(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const well = fitting(schema, ids)
  return fc.oneof(
    { weight: 4, arbitrary: well },
    { weight: 4, arbitrary: spoilt(well) },
    { weight: 1, arbitrary: strangeValue },
  )
}

/** With a field too many, one too few, or one of another kind. */
function spoilt(well: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const how = fc.record({ which: fc.nat(20), way: fc.constantFrom('more', 'less', 'other'), value: strangeValue })
  return fc.tuple(well, how).map(([value, { which, way, value: other }]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return other
    const entries = Object.entries(value)
    const at = which % Math.max(entries.length, 1)
    const name = entries[at]?.[0] ?? 'nothing'
    if (way === 'less') return Object.fromEntries(entries.toSpliced(at, 1))
    return { ...value, [way === 'more' ? `${name}s` : name]: other }
  })
}
