import type { Response } from 'supertest'
import * as z from 'zod'
import {
  Category,
  CategoryList,
  Demo,
  Expense,
  ExpenseExport,
  ExpenseList,
  Health,
  History,
  Preferences,
  Problem,
  ProjectionStatus,
  ProjectionStatuses,
  Readiness,
  Totals,
  User,
  UserList,
} from '../../../src/web/api.ts'

/** Nothing that is JSON. */
const Nothing = z.strictObject({})

/** What each route answers when it does what it was asked. */
const answers: Record<string, z.ZodType> = {
  'GET /healthz': Health,
  'GET /readyz': Readiness,
  'POST /api/session': User,
  'GET /api/session': User,
  'DELETE /api/session': Nothing,
  'POST /api/users': User,
  'GET /api/users': UserList,
  'GET /api/users/:id': User,
  'PATCH /api/users/:id': User,
  'DELETE /api/users/:id': User,
  'POST /api/users/:id/restore': User,
  'GET /api/users/:id/totals': Totals,
  'GET /api/users/:id/preferences': Preferences,
  'PUT /api/users/:id/preferences': Preferences,
  'POST /api/categories': Category,
  'GET /api/categories': CategoryList,
  'PATCH /api/categories/:id': Category,
  'DELETE /api/categories/:id': Category,
  'POST /api/expenses': Expense,
  'GET /api/expenses.csv': Nothing,
  'GET /api/expenses.json': ExpenseExport,
  'GET /api/expenses': ExpenseList,
  'GET /api/expenses/:id': Expense,
  'PATCH /api/expenses/:id': Expense,
  'DELETE /api/expenses/:id': Expense,
  'POST /api/expenses/:id/restore': Expense,
  'GET /api/expenses/:id/history': History,
  'POST /api/demo': Demo,
  'GET /api/projections': ProjectionStatuses,
  'POST /api/projections/expenses/rebuild': ProjectionStatus,
}

/** What is changed there is no event. */
const outsideTheLog = /^\/api\/session$|\/preferences$|\/rebuild$/

/** Files, lines of code, SQL: nothing of the kind is anybody's business. */
const INTERNAL = /\/src\/|node_modules|\bat \S+ \(|\bselect .* from\b|ER_[A-Z]|Error:/

/** Throws unless `answer` is what the contract says of every answer, whatever it is about. */
export function fits(method: string, url: string, answer: Response): void {
  const path = new URL(url).pathname
  expect(/^[0-9a-f-]{36}$/.test(answer.get('X-Request-Id') ?? ''), 'has a request id')
  if (path.startsWith('/api')) expect(answer.get('Cache-Control') === 'no-store', 'is not to be stored')
  if (answer.status >= 400 && path !== '/readyz') return fitsProblem(answer)
  const schema = answers[`${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/i, ':id')}`]
  if (!schema) throw new Error(`No schema for ${method} ${path}`)
  schema.parse(answer.body)
  if (method !== 'GET' && !outsideTheLog.test(path)) fitsCommand(answer)
}

function fitsProblem(answer: Response): void {
  expect(answer.type === 'application/problem+json', `is a problem, not ${answer.type}`)
  const problem = Problem.parse(answer.body)
  expect(problem.status === answer.status, 'says its status')
  expect(/^urn:expense-ledger:problem:[a-z-]+$/.test(problem.type), 'has a stable type')
  expect(!INTERNAL.test(answer.text), `says nothing internal: ${answer.text}`)
}

function fitsCommand(answer: Response): void {
  const { version } = answer.body as { version?: number }
  // What changed many streams has no version.
  expect(answer.get('ETag') === (version && `"${version}"`), 'has its version as ETag')
  expect(/^[1-9]\d*$/.test(answer.get('Ledger-Position') ?? ''), 'names its position')
}

function expect(fact: boolean, what: string): void {
  if (!fact) throw new Error(`An answer that ${what} was expected`)
}
