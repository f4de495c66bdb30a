import { hash } from 'node:crypto'
import * as z from 'zod'
import { canonical, type Json } from '../../src/events/log/canonical.ts'

/** Per type of event the fingerprint of each schema that it has had, by number: what `schemas.json` holds. */
export const Fingerprints = z.record(z.string(), z.record(z.string(), z.string()))
export type Fingerprints = z.infer<typeof Fingerprints>

/**
 * What stays the same as long as `schema` takes the same values: its JSON schema, with the source of the rules that JSON
 * schema has no words for.
 */
export function fingerprint(schema: z.ZodType): string {
  const described = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // In the order of their names: it does not matter in which order fields are declared.
      jsonSchema.required?.sort()
      const rules = (zodSchema._zod.def.checks ?? []).flatMap(ruleOf)
      if (rules.length > 0) jsonSchema.rules = rules
    },
  })
  return hash('sha256', canonical(described as Json))
}

/** The source of a rule written with `refine`, however it is laid out. */
function ruleOf(check: z.core.$ZodCheck): string[] {
  const { fn } = check._zod.def as { fn?: unknown }
  return typeof fn === 'function' ? [String(fn).replace(/\s+/g, ' ')] : []
}

/** Why events of `type` may not be written as they are now, in schema `number` with fingerprint `now`; if they may not. */
export function problemOf(type: string, number: number, now: string, kept: Fingerprints): string | undefined {
  const then = kept[type]?.[number]
  if (then === now) return undefined
  if (then === undefined) return `${type} has no fingerprint of schema ${number}: npm run golden writes it`
  return `${type} is not what it was, and the log is full of those that are. Three things are to be done:
  1. in src/events/log/upcasts.ts, say how the data of schema ${number} becomes that of schema ${number + 1}
  2. keep a ledger with the new shape as golden files: npm run golden
  3. keep the new fingerprint in tests/golden/schemas.json: npm run golden does this too`
}
