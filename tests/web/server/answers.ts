import type { Response } from 'supertest'
import { Problem } from '../../../src/web/api.ts'
import { holdsTo } from './openapi/held.ts'

/** Files, lines of code, SQL: nothing of the kind is anybody's business. */
const INTERNAL = /\/src\/|node_modules|\bat \S+ \(|\bselect .* from\b|ER_[A-Z]|Error:/

/** Throws unless `answer` is what the contract says of every answer, and the description says of this one. */
export function fits(method: string, url: string, answer: Response): void {
  const path = new URL(url).pathname
  expect(/^[0-9a-f-]{36}$/.test(answer.get('X-Request-Id') ?? ''), 'has a request id')
  if (path.startsWith('/api')) expect(answer.get('Cache-Control') === 'no-store', 'is not to be stored')
  holdsTo(method, url, answer)
  if (answer.status >= 400 && path !== '/readyz' && method !== 'HEAD') fitsProblem(answer)
  const { version } = answer.body as { version?: number }
  if (answer.get('ETag') && version) expect(answer.get('ETag') === `"${version}"`, 'has its version as ETag')
}

function fitsProblem(answer: Response): void {
  const problem = Problem.parse(answer.body)
  expect(problem.status === answer.status, 'says its status')
  expect(/^urn:expense-ledger:problem:[a-z-]+$/.test(problem.type), 'has a stable type')
  expect(!INTERNAL.test(answer.text), `says nothing internal: ${answer.text}`)
}

function expect(fact: boolean, what: string): void {
  if (!fact) throw new Error(`An answer that ${what} was expected`)
}
