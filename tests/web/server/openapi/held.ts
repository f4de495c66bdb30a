import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Response } from 'supertest'
import { describe } from '../../../../src/web/server/openapi/document.ts'
import type { Answered, Operation } from '../../../../src/web/server/openapi/shape.ts'

export const description = describe()
const { paths, components } = description

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/)
ajv.addSchema(description, 'ledger', undefined, false)

/** Everything that can be asked for. */
export const operations = Object.entries(paths).flatMap(([path, methods]) => {
  return Object.entries(methods).map(([method, operation]) => ({ method, path, operation, pattern: patternOf(path) }))
})

/** `/api/users/{id}` for whatever may stand there. A path without parameters is never one with. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

/** Throws unless `answer` is one that the description has for this request: its status, headers, media type and body. */
export function holdsTo(method: string, url: string, answer: Response): void {
  const { pathname } = new URL(url)
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
  const at =
    operations.find((one) => one.method === asked && one.path === pathname) ??
    operations.find((one) => one.method === asked && one.pattern.test(pathname))
  const problem = at ? wrongWith(at.operation, answer, method === 'HEAD') : wrongWithNothing(answer)
  const about = `${method} ${at?.path ?? pathname} ${answer.status}`
  if (problem !== undefined) throw new Error(`${about} is not as described in src/web/server/openapi: ${problem}`)
}

/** Where there is nothing, there is nothing but refusals. */
function wrongWithNothing({ status, type }: Response): string | undefined {
  return status >= 400 && type === 'application/problem+json' ? undefined : 'the route is missing'
}

function wrongWith({ responses }: Operation, answer: Response, isHead: boolean): string | undefined {
  const said = responses[answer.status]
  if (!said) return 'no such status'
  const { headers = {}, content } = '$ref' in said ? referred(said.$ref) : said
  for (const [name, { required, schema }] of Object.entries(headers)) {
    const value = answer.get(name)
    if (value === undefined ? required : !ajv.validate(schema, value)) return `${name}: ${value}`
  }
  if (!content) return answer.text === '' ? undefined : 'a body'
  const media = content[answer.type]
  if (!media) return `${answer.type} instead of ${Object.keys(content).join(', ')}`
  const { $ref } = media.schema
  return $ref === undefined || isHead ? undefined : wrongBy($ref, answer.body)
}

function referred(ref: string): Answered {
  const answered = components.responses[ref.slice(ref.lastIndexOf('/') + 1)]
  if (!answered) throw new Error(`There is no ${ref}`)
  return answered
}

/** What is wrong with `value` as a `name`; undefined for nothing. */
export function wrongAs(name: string, value: unknown): string | undefined {
  return wrongBy(`#/components/schemas/${name}`, value)
}

function wrongBy(ref: string, value: unknown): string | undefined {
  const fits = ajv.getSchema(`ledger${ref}`)
  if (!fits) throw new Error(`There is no ${ref}`)
  return fits(value) ? undefined : ajv.errorsText(fits.errors)
}
