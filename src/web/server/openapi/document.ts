import pkg from '../../../../package.json' with { type: 'json' }
import { refusalAnswers } from './answers.ts'
import { operationOf } from './operation.ts'
import { routes, routesByTag } from './routes.ts'
import { componentsOf } from './schemas.ts'
import type { OpenApi, Operation } from './shape.ts'

const description = `Amounts are texts in major units with a currency beside them, dates are \`YYYY-MM-DD\`, instants are RFC 3339 in UTC.
Unknown fields and query parameters are refused.

Every command answers with its \`Ledger-Position\`: a read that is sent with it has seen the command. A command that is sent again
under its \`Idempotency-Key\` is done once. \`If-Match\` keeps a change from undoing somebody else’s.

Every answer has an \`X-Request-Id\`. Refusals are RFC 9457 problems.`

/** The description of the whole interface, from the schemas that validate it. */
export function describe(): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) {
    const [method = '', path = ''] = route.key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route) }
  }
  const responses = refusalAnswers()
  return {
    openapi: '3.1.1',
    info: {
      title: 'Expense Ledger',
      version: pkg.version,
      summary: pkg.description,
      description,
      license: { name: pkg.license, identifier: pkg.license },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    tags: Object.keys(routesByTag).map((name) => ({ name })),
    paths,
    components: { schemas: componentsOf([paths, responses]), responses, securitySchemes },
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Set by signing in' },
  token: { type: 'http', scheme: 'bearer', description: 'An API token' },
}
