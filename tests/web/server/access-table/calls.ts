import type * as z from 'zod'
import { examples } from '../../../../src/web/server/openapi/examples.ts'
import { kinds } from '../../../../src/web/server/openapi/route.ts'
import type { DescribedRoute } from '../../../../src/web/server/openapi/routes.ts'
import { nameOfSchema } from '../../../../src/web/server/openapi/schemas.ts'
import { lunch } from '../served.ts'
import { idsOf, type People } from './people.ts'

/**
 * How a route is asked about what is Ben's. `names` is what of his is named: one thing, what he did at once, his whole ledger, or nothing,
 * where everybody is answered about themselves. Nothing that matters to the next caller is changed: changes are for a version that is not there (412).
 */
export type Call = {
  path: string
  body?: object | string
  headers?: Record<string, string>
  names: 'a thing' | 'a batch' | 'the ledger' | ''
}

type Special = (people: People) => Partial<Call>

/** What the description alone does not say. What somebody would be let in for and that would undo something is asked with nonsense. */
const specials: Record<string, Special> = {
  'POST /api/session': () => ({ path: '/api/session?nonsense=1' }),
  'DELETE /api/session': () => ({ path: '/api/session?nonsense=1' }),
  'DELETE /api/sessions/{id}': () => ({ path: '/api/sessions/nobodys?nonsense=1' }),
  'POST /api/tokens': () => ({ path: '/api/tokens?nonsense=1' }),
  'DELETE /api/tokens/{id}': () => ({ path: '/api/tokens/nobodys?nonsense=1' }),
  'POST /api/projections/{name}/rebuild': () => ({ path: '/api/projections/expenses/rebuild?nonsense=1' }),
  'POST /api/expenses': ({ ben }) => ({ body: { ...lunch, userId: ben.id }, names: 'the ledger' }),
  'POST /api/expenses/bulk': ({ expense }) => {
    return { body: { ids: [expense.id], change: { amount: expense.amount } }, names: 'a thing' }
  },
  'POST /api/imports': ({ ben }) => ({
    path: `/api/imports?preview=true&user=${ben.id}`,
    body: 'date,description,category,amount,currency\n',
    headers: { 'Content-Type': 'text/csv' },
  }),
  'POST /api/batches/{id}/revert': ({ batch }) => ({
    path: `/api/batches/${batch}/revert?skip=true`,
    names: 'a batch',
  }),
  'DELETE /api/users/{id}/shares/{with}': ({ ben, guest }) => ({ path: `/api/users/${ben.id}/shares/${guest.id}` }),
  'GET /api/reports/changes': ({ ben }) => ({ path: `/api/reports/changes?since=0&user=${ben.id}` }),
  'GET /api/audit/proof': ({ expense }) => {
    return { path: `/api/audit/proof?position=${expense.since['Ledger-Position']}`, names: 'a thing' }
  },
}

export function callOf(route: DescribedRoute, people: People): Call {
  return { ...asDescribed(route, people), ...specials[route.key]?.(people) }
}

function asDescribed({ key, query, body, file, kind }: DescribedRoute, people: People): Call {
  const { ben } = people
  const takes: readonly string[] = kinds[kind].takes
  const hasUser = [query ?? []].flat().some(({ shape }) => 'user' in shape)
  return {
    path: pathOf(key, people) + (hasUser ? `?user=${ben.id}` : ''),
    ...(body && { body: takes.length > 0 ? exampleOf(body) : {} }),
    ...(file && { body: file.example }),
    headers: {
      ...(takes.includes('If-Match') && { 'If-Match': '"9999"' }),
      ...(file && { 'Content-Type': file.type }),
    },
    names: key.includes('{') ? 'a thing' : hasUser ? 'the ledger' : '',
  }
}

function pathOf(key: string, people: People): string {
  const path = key.slice(key.indexOf(' ') + 1)
  const [, things = ''] = /^\/api\/(\w+)\/\{/.exec(path) ?? []
  return path.replace('{id}', idsOf(people)[things] ?? '')
}

function exampleOf(body: z.ZodType): object {
  return examples[nameOfSchema(body)] as object
}
