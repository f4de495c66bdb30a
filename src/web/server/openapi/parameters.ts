import type * as z from 'zod'
import { ids } from './example-values.ts'
import { kinds, type TakenHeader } from './route.ts'
import type { DescribedRoute } from './routes.ts'
import { taken } from './schemas.ts'
import type { Parameter, Schema } from './shape.ts'
import { meaningOf } from './words.ts'

/** All that a route takes beside its body: in its path, its query and its headers. */
export function parametersOf({ key, kind, query }: DescribedRoute): Parameter[] {
  const inPath = [...key.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathParameter(name))
  return [...inPath, ...queryParameters([query ?? []].flat()), ...kinds[kind].takes.map(headerParameter)]
}

/** What stands in paths. */
const inPaths: Record<string, Pick<Parameter, 'schema' | 'example'>> = {
  id: { schema: { type: 'string', format: 'uuid' }, example: ids.lunch },
  with: { schema: { type: 'string', format: 'uuid' }, example: ids.ana },
  name: { schema: { type: 'string' }, example: 'expenses' },
}

function pathParameter(name: string): Parameter {
  return { name, in: 'path', required: true, schema: { type: 'string' }, ...inPaths[name] }
}

/** Of several queries any may be meant: what is only in one of them is not required. */
function queryParameters(queries: readonly z.ZodObject[]): Parameter[] {
  return queries.map(taken).flatMap(({ properties = {}, required = [] }) => {
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: 'query' as const,
      required: queries.length === 1 && required.includes(name),
      ...(description && { description }),
      schema: numbers[name] ?? schema,
    }))
  })
}

/** Queries are text, and zod tells no more of a number in it. */
const numbers: Record<string, Schema> = { limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 } }

const headers = {
  'Idempotency-Key': { type: 'string', pattern: '^[ -~]{1,200}$', examples: ['2d0a2f7e-lunch'] },
  'If-Match': { type: 'string', pattern: '^("\\d{1,10}"|\\*)$', examples: ['"1"'] },
  'Ledger-Position': { type: 'string', pattern: '^\\d{1,15}$', examples: ['3'] },
  'Last-Event-ID': { type: 'string', pattern: '^\\d{0,15}$', examples: ['3'] },
} satisfies Record<TakenHeader, Schema>

function headerParameter(name: TakenHeader): Parameter {
  const description = meaningOf('', name)
  return { name, in: 'header', required: false, ...(description && { description }), schema: headers[name] }
}
