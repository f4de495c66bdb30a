import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { newId } from '../../src/events/ids.ts'
import { today } from './people.ts'

const CALLERS = 6

export type Load = Awaited<ReturnType<typeof startLoad>>

/** An answer, or what kept it away. */
export type Answer = { status: number; body: string; headers: Record<string, string | string[] | undefined> }

/** Asks on a connection that stays open, as a browser's does. Nothing is tried twice. */
export async function ask(
  agent: Agent,
  address: string,
  method: string,
  headers: object,
  body?: object,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = request(address, {
    method,
    agent,
    timeout: 15_000,
    headers: { ...(body && { 'Content-Type': 'application/json' }), ...headers },
  })
  asked.on('response', (answer) => {
    text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }), reject)
  })
  asked.on('timeout', () => asked.destroy(new Error('no answer in 15 s')))
  asked.on('error', reject)
  asked.end(body && JSON.stringify(body))
  return promise
}

/** Records and lists without a pause until it is stopped; keeps what was acknowledged, and every failure. */
export function startLoad(address: string, cookie: string) {
  const recorded = new Set<string>()
  const failures: string[] = []
  let answers = 0
  let position = 0
  let on = true

  async function once(agent: Agent, method: string, path: string, good: number, body?: object): Promise<boolean> {
    try {
      const { status, headers } = await ask(agent, `${address}${path}`, method, { cookie }, body)
      answers += 1
      position = Math.max(position, Number(headers['ledger-position'] ?? 0))
      if (status === good) return true
      failures.push(`${method} ${path}: ${status}`)
    } catch (error) {
      failures.push(`${method} ${path}: ${(error as Error).message}`)
    }
    return false
  }

  async function caller(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (on) {
      const id = newId()
      const expense = { id, category: 'Food', description: 'Lunch', date: today, amount: '12.50' }
      if (await once(agent, 'POST', '/api/expenses', 201, expense)) recorded.add(id)
      await once(agent, 'GET', '/api/expenses?limit=10', 200)
    }
    agent.destroy()
  }

  const callers = Promise.all(Array.from({ length: CALLERS }, caller))
  return {
    recorded,
    answers: () => answers,
    failures: () => failures,
    async stop() {
      on = false
      await callers
      return { answers, failures, recorded, position }
    },
  }
}

/** The ids of all expenses that the ledger lists once it has come to `position`. */
export async function listed(address: string, cookie: string, position: number): Promise<Set<string>> {
  const agent = new Agent({ keepAlive: true })
  const ids = new Set<string>()
  for (let query = 'limit=200'; query;) {
    const { body } = await ask(agent, `${address}/api/expenses?${query}`, 'GET', {
      ...{ cookie, 'Ledger-Position': String(position) },
    })
    const { items, next } = JSON.parse(body) as { items: { id: string }[]; next: string | null }
    for (const { id } of items) ids.add(id)
    query = next === null ? '' : `limit=200&cursor=${next}`
  }
  agent.destroy()
  return ids
}
