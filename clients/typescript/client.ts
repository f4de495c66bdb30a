import type { Problem, Routes } from './api.ts'
import { pause } from './pause.ts'

export type * from './api.ts'

type Route = keyof Routes
type Taken<R extends Route> = Omit<Routes[R], 'answer'>
/** What a route takes, which may be left out where all of it may be. */
type Options<R extends Route> = Partial<Taken<R>> extends Taken<R> ? [options?: Taken<R>] : [options: Taken<R>]

export type Answer<R extends Route> = {
  body: Routes[R]['answer']
  /** Of what was read or changed: send it as `If-Match` with the change that follows. */
  version: string | undefined
  /** Of a command: send it as `Ledger-Position` with the read that has to see it. Of a read: as of which position it is. */
  position: string | undefined
  /** Whether this is the answer to an earlier request with the same key. */
  replayed: boolean
}

export type Ledger = <R extends Route>(route: R, ...options: Options<R>) => Promise<Answer<R>>

/** What the ledger answers instead of doing what it was asked. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

type Settings = {
  /** An API token. Without one, sign in by `POST /api/session`: the cookie is kept. */
  token?: string
  /** How often a request that may safely be sent again is sent in all; eight times, within a quarter of a minute, unless said. */
  attempts?: number
}

/**
 * A way to the ledger at `url`: `ledger('GET /api/expenses', { query: { limit: 10 } })`. Throws `Refused` for what the ledger refuses.
 * Reads, and commands with an `Idempotency-Key`, are sent again where the connection breaks or the ledger is not available.
 */
export function connect(url: string, { token, attempts = 8 }: Settings = {}): Ledger {
  let cookie: string | undefined

  async function send(route: Route, asked: Asked): Promise<Response> {
    const [method = '', path = ''] = route.split(' ')
    const headers = new Headers(asked.headers)
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
    else if (cookie !== undefined) headers.set('Cookie', cookie)
    const body = written(asked.body)
    if (body) headers.set('Content-Type', body.type)
    const answer = await fetch(addressOf(url, path, asked), { method, headers, body: body?.text ?? null })
    cookie = sessionIn(answer) ?? cookie
    return answer
  }

  async function sendUntilAnswered(route: Route, asked: Asked): Promise<Response> {
    const isSafe = route.startsWith('GET ') || asked.headers?.['Idempotency-Key'] !== undefined
    for (let attempt = 1; ; attempt++) {
      const isLast = !isSafe || attempt >= attempts
      const answer = await send(route, asked).catch((error: unknown) => {
        if (isLast) throw error
      })
      if (answer && (answer.status !== 503 || isLast)) return answer
      await answer?.body?.cancel()
      await pause(Number(answer?.headers.get('Retry-After') ?? attempt ** 2 / 10))
    }
  }

  return async (route, ...[options]) => {
    const answer = await sendUntilAnswered(route, options ?? {})
    const { headers } = answer
    return {
      body: (await bodyOf(answer)) as never,
      version: headers.get('ETag') ?? undefined,
      position: headers.get('Ledger-Position') ?? undefined,
      replayed: headers.get('Idempotent-Replay') === 'true',
    }
  }
}

type Asked = {
  path?: Record<string, string>
  query?: Record<string, string | number>
  headers?: Record<string, string>
  body?: unknown
}

function addressOf(url: string, path: string, { path: parts = {}, query = {} }: Asked): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
  const address = new URL(filled, url)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value))
  return address
}

/** A text is a file, and goes as it is. */
function written(body: unknown): { type: string; text: string } | undefined {
  if (body === undefined) return undefined
  if (typeof body === 'string') return { type: 'text/csv', text: body }
  return { type: 'application/json', text: JSON.stringify(body) }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const type = answer.headers.get('Content-Type') ?? ''
  if (!answer.ok && type.startsWith('application/problem+json')) throw new Refused((await answer.json()) as Problem)
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
  if (answer.status === 204) return undefined
  return type.startsWith('application/json') ? answer.json() : answer
}

/** Browsers keep cookies themselves and show them to nobody. */
function sessionIn({ headers }: Response): string | undefined {
  return headers
    .getSetCookie()
    .find((set) => set.startsWith('session='))
    ?.split(';')[0]
}
