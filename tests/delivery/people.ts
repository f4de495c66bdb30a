import { Agent } from 'node:http'
import { ask } from './load.ts'
import { expect } from './told.ts'

export const today = '2026-11-23'
export const ana = { name: 'Ana Novak', email: 'ana@example.com', password: 'correct horse battery' }

/** Signs Ana in; resolves to her cookie. */
export async function signIn(address: string): Promise<string> {
  const { email, password } = ana
  const answer = await ask(new Agent(), `${address}/api/session`, 'POST', {}, { email, password })
  expect(answer.status === 200, `that Ana is signed in, not ${answer.status} ${answer.body}`)
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}
