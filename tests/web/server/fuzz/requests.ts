import fc from 'fast-check'
import type { Operation, Parameter } from '../../../../src/web/server/openapi/shape.ts'
import { operations } from '../openapi/held.ts'
import { anyBody, fitting, strangeText, type Ids } from './values.ts'

export type Asker = (typeof askers)[number]
const askers = ['admin', 'member', 'guest', 'nobody'] as const

/** A request as it goes out. `asker` is who sends it. */
export type Wild = {
  asker: Asker
  method: string
  path: string
  headers: Record<string, string>
  type: string
  body: string | undefined
}

const JSON_TYPE = 'application/json'
const asker = fc.constantFrom(...askers)

/** A request for any route, or for none: each part as described, nearly so, or not at all. */
export function requests(ids: Ids): fc.Arbitrary<Wild> {
  // What never ends is asked for its head alone.
  const described = operations.map(({ method, path, operation }) =>
    requestFor(path === '/api/live' ? 'head' : method, path, operation, ids),
  )
  return fc.oneof({ weight: 19, arbitrary: fc.oneof(...described) }, { weight: 1, arbitrary: nowhere })
}

const nowhere: fc.Arbitrary<Wild> = fc.record({
  asker,
  method: fc.constantFrom('get', 'post', 'put', 'patch', 'delete'),
  path: fc.array(strangeText, { minLength: 1, maxLength: 4 }).map((steps) => `/api/${steps.map(encoded).join('/')}`),
  headers: fc.constant({}),
  type: fc.constant(JSON_TYPE),
  body: fc.constant(undefined),
})

function requestFor(method: string, path: string, operation: Operation, ids: Ids): fc.Arbitrary<Wild> {
  const inPath = operation.parameters.filter((one) => one.in === 'path')
  const steps = fc.tuple(...inPath.map((parameter) => mostly(stepOf(parameter, ids), strangeText)))
  return fc.record({
    asker,
    method: fc.constant(method),
    path: fc.tuple(steps, queryOf(operation, ids)).map(([given, query]) => {
      const left = [...given]
      return path.replace(/\{\w+\}/g, () => encoded(left.shift() ?? '')) + query
    }),
    headers: headersOf(operation),
    type: mostly(fc.constant(typeOf(operation)), fc.constantFrom('text/plain', 'application/xml')),
    body: method === 'head' ? fc.constant(undefined) : bodyOf(operation, ids),
  })
}

function stepOf({ name, example }: Parameter, ids: Ids): fc.Arbitrary<string> {
  return name === 'name' ? fc.constant(example ?? '') : ids
}

/** Each parameter is there or not, and now and then one that nobody knows, or one twice. */
function queryOf({ parameters }: Operation, ids: Ids): fc.Arbitrary<string> {
  const known = parameters.filter((one) => one.in === 'query')
  const pairs = known.map(({ name, schema }) =>
    fc.option(
      mostly(fitting(schema, ids).map(String), strangeText).map((value) => `${name}=${encoded(value)}`),
      {
        freq: 2,
      },
    ),
  )
  const odd = ['nonsense=1', 'limit=1&limit=2', '__proto__[a]=1', 'a=%ff', '&&=', 'q[]=1']
  return fc.tuple(...pairs, mostly(fc.constant(null), fc.constantFrom(...odd))).map((all) => {
    const given = all.filter((pair) => pair !== null)
    return given.length === 0 ? '' : `?${given.join('&')}`
  })
}

/** What a header may hold at all. No position that has still to come: it would be waited for. */
const legal = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/).filter((text) => !/^\d+$/.test(text))

function headersOf({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const named = parameters.filter((one) => one.in === 'header').map(({ name }) => name)
  const values = fc.oneof(fc.constantFrom('"1"', '"2"', '*', '1', 'a-key'), legal)
  return fc.record(Object.fromEntries(named.map((name) => [name, values])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, string>
  >
}

function typeOf({ requestBody }: Operation): string {
  return Object.keys(requestBody?.content ?? {})[0] ?? JSON_TYPE
}

function bodyOf({ requestBody }: Operation, ids: Ids): fc.Arbitrary<string | undefined> {
  const [type, { schema, example }] = Object.entries(requestBody?.content ?? {})[0] ?? ['', {}]
  if (schema && type !== JSON_TYPE) return mostly(fc.constant(String(example)), strangeText)
  if (!schema) return mostly(fc.constant(undefined), fc.constantFrom('{}', '{"a":1}', '[]', '{'))
  const sound = anyBody(schema, ids).map((value) => JSON.stringify(value))
  return mostly(
    sound,
    fc.oneof(strangeText, fc.constantFrom('['.repeat(5_000), '{"a":'.repeat(3_000), '{"a":1,"a":2}')),
  )
}

function mostly<T, U>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: other })
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
