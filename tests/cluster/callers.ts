import { randomUUID } from 'node:crypto'
import { Expense } from '../../src/web/api.ts'
import { expect } from '../delivery/told.ts'

export const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }
/** Milliseconds after which whoever asks gives up: every request is answered sooner. */
const BOUND = 15_000

/** Ana, who has registered at `address`; her cookie is good everywhere. */
export async function register(address: string): Promise<Caller> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${address}/api/users`, { method: 'POST', headers, body: JSON.stringify(ana) })
  expect(answer.status === 201, `that Ana is registered, not ${answer.status}`)
  return callerWith(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '')
}

export type Recorded = { id: string; position: string }
export type Caller = ReturnType<typeof callerWith>

function callerWith(cookie: string) {
  const ask = (url: string, more: RequestInit = {}) => {
    const headers = { cookie, 'Content-Type': 'application/json', ...more.headers }
    return fetch(url, { ...more, headers, signal: AbortSignal.timeout(BOUND) })
  }
  const post = (address: string) => {
    const body = { category: 'Food', description: 'lunch', date: '2026-11-23', amount: '12.50' }
    const headers = { 'Idempotency-Key': randomUUID() }
    return ask(`${address}/api/expenses`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  return {
    cookie,
    /** The status with which `address` answers somebody who records an expense. */
    async tries(address: string): Promise<number> {
      const answer = await post(address)
      await answer.body?.cancel()
      return answer.status
    },
    /** Records an expense; resolves to its id and position. */
    async records(address: string): Promise<Recorded> {
      const answer = await post(address)
      const text = await answer.text()
      expect(answer.status === 201, `that an expense is recorded, not ${answer.status} ${text}`)
      return { id: Expense.parse(JSON.parse(text)).id, position: answer.headers.get('Ledger-Position') ?? '' }
    },
    /** The status with which `address` answers somebody who has seen `position` and looks for the expense in the list. */
    async finds(address: string, { id, position }: Recorded): Promise<number> {
      const answer = await ask(`${address}/api/expenses?limit=200`, { headers: { 'Ledger-Position': position } })
      const text = await answer.text()
      return answer.status === 200 && !text.includes(id) ? 404 : answer.status
    },
  }
}
