import type { OpenApi, Operation, Parameter, Schema } from '../../../src/web/server/openapi/shape.ts'

const heading = '// Generated from the OpenAPI description by `npm run client`: change that one, not this.'

/** A type for each schema of the description, and `Routes`: what each route takes and answers. */
export function toTypeScript({ paths, components }: OpenApi): string {
  const types = Object.entries(components.schemas).map(([name, schema]) => {
    return `${comment(schema.description)}export type ${name} = ${typeOf(schema)}`
  })
  const routes = Object.entries(paths).flatMap(([path, methods]) => {
    return Object.entries(methods).map(([method, operation]) => {
      return `${comment(operation.summary)}'${method.toUpperCase()} ${path}': ${routeOf(operation)}`
    })
  })
  return [heading, ...types, `export type Routes = {\n${routes.join('\n')}\n}`, ''].join('\n\n')
}

function routeOf({ parameters, requestBody, responses }: Operation): string {
  const taken = { path: 'path', query: 'query', header: 'headers' } as const
  const parts = Object.entries(taken).map(([where, name]) => {
    return partOf(
      name,
      parameters.filter((parameter) => parameter.in === where),
    )
  })
  const [body] = Object.values(requestBody?.content ?? {})
  if (body) parts.push(`body: ${typeOf(body.schema)}`)
  return `{\n${[...parts, `answer: ${answerOf(responses)}`].filter(Boolean).join('\n')}\n}`
}

/** What is taken in one place. What headers mean is the same everywhere, and said by the client. */
function partOf(name: 'path' | 'query' | 'headers', parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const fields = parameters.map(({ name: field, schema, required, description }) => {
    return fieldOf(field, name === 'query' && description ? { ...schema, description } : schema, required)
  })
  const isNeeded = parameters.some(({ required }) => required)
  return `${name}${isNeeded ? '' : '?'}: ${name === 'query' ? `{\n${fields.join('\n')}\n}` : `{ ${fields.join('; ')} }`}`
}

/** JSON is read; anything else may be long, or never end, and is left to whoever asks. */
function answerOf(responses: Operation['responses']): string {
  const [done] = Object.values(responses)
  if (!done || '$ref' in done || !done.content) return 'undefined'
  const json = done.content['application/json']
  return json ? typeOf(json.schema) : 'Response'
}

/** A choice of more than these, as of all currencies, is a text: there will be others soon. */
const MOST_CHOICES = 20

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum && schema.enum.length <= MOST_CHOICES)
    return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map((one) => `(${typeOf(one)})`).join(' | ')
  if (schema.allOf && !schema.type) return schema.allOf.map((one) => `(${typeOf(one)})`).join(' & ')
  return [schema.type ?? 'any value']
    .flat()
    .map((type) => typeNamed(type, schema))
    .join(' | ')
}

function typeNamed(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `(${typeOf(schema.items ?? {})})[]`
    case 'object':
      return objectOf(schema)
    default:
      return 'unknown'
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name)))
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : undefined
  if (fields.length === 0) return `Record<string, ${others ?? 'never'}>`
  return `{\n${[...fields, ...(others === undefined ? [] : [`[more: string]: ${others}`])].join('\n')}\n}`
}

function fieldOf(name: string, schema: Schema, isRequired: boolean): string {
  return `${comment(schema.description)}${JSON.stringify(name)}${isRequired ? '' : '?'}: ${typeOf(schema)}`
}

function comment(description: string | undefined): string {
  return description === undefined ? '' : `/** ${description} */\n`
}
