import { answersOf } from './answers.ts'
import { examples } from './examples.ts'
import { parametersOf } from './parameters.ts'
import type { Who } from './route.ts'
import type { DescribedRoute } from './routes.ts'
import { nameOfSchema, takenRef } from './schemas.ts'
import type { Content, Operation } from './shape.ts'

/** One route as OpenAPI describes it. */
export function operationOf(route: DescribedRoute): Operation {
  const { name, tag, does, more, who, only } = route
  const content = takenBy(route)
  const description = [more ?? [], forWhom[who] ?? [], only ? 'Not with a token.' : []].flat().join(' ')
  return {
    operationId: name,
    tags: [tag],
    summary: does,
    ...(description && { description }),
    ...securityOf(route),
    parameters: parametersOf(route),
    ...(content && { requestBody: { required: true, content } }),
    responses: answersOf(route),
  }
}

function takenBy({ body, file }: DescribedRoute): Content | undefined {
  if (file) return { [file.type]: { schema: { type: 'string' }, example: file.example } }
  return body && { 'application/json': { schema: takenRef(body), example: examples[nameOfSchema(body)] } }
}

/** Of the others the rights in a ledger say who that is. */
const forWhom: { [who in Who]?: string } = { anybody: 'For anybody.', admins: 'For admins.' }

/** A session or a token, as the whole description says, unless the route is less or more particular. */
function securityOf({ who, only }: DescribedRoute): Pick<Operation, 'security'> {
  if (who === 'anybody') return { security: [] }
  return only ? { security: [{ session: [] }] } : {}
}
