import { Problem } from '../../api.ts'
import { examples } from './examples.ts'
import { kinds, refusals, type Answer, type GivenHeader } from './route.ts'
import type { DescribedRoute } from './routes.ts'
import { givenRef, nameOfSchema } from './schemas.ts'
import type { Answered, Content, Header, Schema } from './shape.ts'

type Status = keyof typeof refusals

/** Every answer that a route gives: what it was asked for, and each refusal that there is reason for. */
export function answersOf(route: DescribedRoute): Record<string, Answered | { $ref: string }> {
  const { answer, otherwise, kind, does } = route
  const headers = Object.fromEntries(kinds[kind].gives.map((name) => [name, givenBy(route, name)]))
  const refused = refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }] as const)
  return {
    [answer.status ?? 200]: {
      description: does,
      ...(kinds[kind].gives.length > 0 && { headers }),
      ...contentOf(answer),
    },
    ...Object.fromEntries(refused),
    ...(otherwise && { [otherwise.status ?? 503]: { description: 'Not so', ...contentOf(otherwise) } }),
  }
}

/** What of `refusals` a route has reason for. Health and metrics lie outside of the interface and know only their own. */
export function refusalsOf({ key, body, kind, refused = [] }: DescribedRoute): Status[] {
  if (!key.includes(' /api/')) return [...refused]
  const takes: readonly string[] = kinds[kind].takes
  const all: Status[] = [400, 401, 403, 422, 500, 503, ...refused]
  if (key.includes('{')) all.push(404)
  if (takes.includes('If-Match')) all.push(412)
  if (!key.startsWith('GET ')) all.push(413, 415)
  if (body) all.push(413, 415)
  return [...new Set(all)].sort((one, other) => one - other)
}

function contentOf({ json, text }: Answer): { content?: Content } {
  const content: Content = {}
  if (json) content['application/json'] = { schema: givenRef(json), example: examples[nameOfSchema(json)] }
  if (text) content[text.type] = { schema: schemaOfText(text), example: text.example }
  return json || text ? { content } : {}
}

function schemaOfText({ type, each }: NonNullable<Answer['text']>): Schema {
  return { type: 'string', ...(each && { contentMediaType: type, contentSchema: givenRef(each) }) }
}

const given = {
  ETag: {
    description: 'The version it has now, in quotes',
    required: true,
    schema: { type: 'string', pattern: '^"\\d+"$' },
  },
  'Ledger-Position': {
    description: 'The position of its last event: send it with the read that has to see it',
    required: true,
    schema: { type: 'string', pattern: '^\\d+$' },
  },
  'Idempotent-Replay': {
    description: 'This is the answer to an earlier request with the same key',
    required: false,
    schema: { type: 'string', enum: ['true'] },
  },
} satisfies Record<GivenHeader, Header>

function givenBy({ kind, answer }: DescribedRoute, name: GivenHeader): Header {
  if (name !== 'Ledger-Position') return given[name]
  const isRead = kinds[kind].takes.some((taken) => taken === 'Ledger-Position')
  if (isRead) return { ...given[name], description: 'As of which position it is' }
  // Of a command that tells how far it is, headers go ahead of what it comes to.
  return { ...given[name], required: answer.text === undefined }
}

/** The refusals, each once for all routes. */
export function refusalAnswers(): Record<string, Answered> {
  const content = { 'application/problem+json': { schema: givenRef(Problem), example: examples.Problem } }
  const comeAgain: Header = {
    description: 'In how many seconds to try again, at most 60',
    required: true,
    schema: { type: 'string', pattern: '^\\d+$' },
  }
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => {
      const headers = status === '429' || status === '503' ? { 'Retry-After': comeAgain } : undefined
      return [status, { description, ...(headers && { headers }), content }]
    }),
  )
}
