import { answersOf } from './answers.ts'
import { examples } from './examples.ts'
import { parametersOf } from './parameters.ts'
import type { DescribedRoute } from './routes.ts'
import { nameOfSchema, takenRef } from './schemas.ts'
import type { Operation } from './shape.ts'

/** One route as OpenAPI describes it. */
export function operationOf(route: DescribedRoute): Operation {
  const { name, tag, does, more, who, body } = route
  const description = [more ?? [], who ? forWhom[who] : []].flat().join(' ')
  return {
    operationId: name,
    tags: [tag],
    summary: does,
    ...(description && { description }),
    ...securityOf(route),
    parameters: parametersOf(route),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: answersOf(route),
  }
}

function contentOf(body: NonNullable<DescribedRoute['body']>) {
  return { 'application/json': { schema: takenRef(body), example: examples[nameOfSchema(body)] } }
}

const forWhom = { anybody: 'For anybody.', admins: 'For admins.', 'a browser': 'Not with a token.' }

/** A session or a token, as the whole description says, unless the route is less or more particular. */
function securityOf({ who }: DescribedRoute): Pick<Operation, 'security'> {
  if (who === 'anybody') return { security: [] }
  return who === 'a browser' ? { security: [{ session: [] }] } : {}
}
