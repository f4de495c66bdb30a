import test from 'ava'
import express from 'express'
import request, { type Response } from 'supertest'
import { allows, rights } from '../../../src/commands/rights.ts'
import { gate } from '../../../src/web/server/access/gate.ts'
import { routes, type DescribedRoute } from '../../../src/web/server/openapi/routes.ts'
import { callersOf, type Caller } from './access-table/callers.ts'
import { callOf, type Call } from './access-table/calls.ts'
import { assemble, SECRET } from './access-table/people.ts'

// Who may do what is one table (rights.ts, and `who` of each route): every route is asked about what is Ben's by everybody there is.
const people = await assemble()
const callers = await callersOf(people)

type Verdict = 'let in' | 401 | 403 | 404

for (const route of routes) {
  test(`${route.key}: for those whom the table names, and nobody else`, async (t) => {
    const call = callOf(route, people)
    const expected: Record<string, Verdict> = {}
    const found: Record<string, Verdict> = {}
    for (const caller of callers) {
      const answer = await ask(caller, route, call)
      expected[caller.name] = verdictOn(route, call, caller)
      found[caller.name] = verdictOf(route, answer)
      const shown = found[caller.name] === 'let in' && allows('see', caller.standing)
      const reason = reasonOn(route, caller)
      if (reason) t.is(typeOf(answer), `urn:expense-ledger:problem:${reason}`, caller.name)
      if (!shown) t.notRegex(answer.text ?? '', new RegExp(SECRET, 'i'), `${caller.name} is shown something of Ben’s`)
    }
    t.deepEqual(found, expected)
  })
}

/** What the table says. */
function verdictOn(route: DescribedRoute, { names }: Call, caller: Caller): Verdict {
  const { key, who } = route
  if (!key.includes(' /api/')) return 'let in'
  if (caller.out === 'refused') return 401
  if (who === 'anybody') return reasonOn(route, caller) ? 403 : 'let in'
  if (caller.out) return 401
  if (reasonOn(route, caller)) return 403
  if (who.startsWith('admins')) return caller.isAdmin ? 'let in' : 403
  const right = rights.find((one) => who === `may ${one}`)
  if (!right || names === '' || allows(right, caller.standing)) return 'let in'
  // What somebody else has is not there, but for whoever may at least look at it.
  const isThere = right !== 'own' && names !== 'a batch' && allows('see', caller.standing)
  return names !== 'the ledger' && !isThere ? 404 : 403
}

/** What a token is told for which it is too much, whoever its user is. */
function reasonOn({ key, who, only }: DescribedRoute, { scope, isAdmin }: Caller): string | undefined {
  if (!scope || !key.includes(' /api/')) return undefined
  if (scope === 'read' && !key.startsWith('GET ')) return 'scope-too-small'
  if (only) return 'session-needed'
  return who.startsWith('admins') && !isAdmin ? 'scope-too-small' : undefined
}

function typeOf({ body }: Response): string {
  return (body as { type: string }).type
}

/** What came of it: whoever is let in may still be refused, by a rule of the ledger. */
function verdictOf({ key, otherwise }: DescribedRoute, { status }: Response): Verdict {
  if (status === 401 || status === 403 || status === 404) return status
  const isRead = key.startsWith('GET ')
  const isWell = isRead ? [200, otherwise?.status].includes(status) : status < 300 || [409, 412, 422].includes(status)
  if (!isWell) throw new Error(`${key} was answered ${status}`)
  return 'let in'
}

async function ask({ agent }: Caller, { key, kind }: DescribedRoute, { path, body, headers = {} }: Call) {
  // Of what never ends only the head is asked for.
  const method = kind === 'follows' ? 'head' : (key.slice(0, key.indexOf(' ')).toLowerCase() as 'post')
  const asked = agent[method](path).set(headers)
  return body === undefined ? asked : asked.send(body)
}

test('what has no row in the table is not there, although it is mounted', async (t) => {
  const app = express().use('/api', gate({ isFirstRun: async () => false }), (_req, res) => void res.json({}))
  const statusOf = async (method: 'get' | 'delete', path: string) => (await request(app)[method](path)).status
  t.is(await statusOf('get', '/api/openapi.json'), 200)
  t.is(await statusOf('get', '/api/expenses'), 401)
  t.is(await statusOf('get', '/api/secrets'), 404)
  t.is(await statusOf('get', '/api/expenses/1/secrets'), 404)
  t.is(await statusOf('delete', '/api/expenses'), 404)
  t.is(await statusOf('get', '/api/expenses//history'), 404)
})

const { ben, fay, viewer, expense, category, batch, since } = people
const head = since['Ledger-Position']
/** Roundabout ways to what is Ben's. */
const ways: Record<string, () => string | Promise<string>> = {
  'a search': () => `/api/expenses?q=${SECRET}&deleted=all&totals=true`,
  'a category of his': () => `/api/expenses?category=${category.id}&asOf=${head}`,
  'an export': () => `/api/expenses.csv?category=${encodeURIComponent(`${SECRET} 1`)}`,
  'an export as of a moment': () => `/api/expenses.json?q=${SECRET}&asOf=${head}`,
  'a report': () => `/api/reports/spending?group=month,category&asOf=${head}`,
  'what changed': () => `/api/reports/changes?since=0&until=${head}`,
  'the audit trail of an expense': () => `/api/audit?expense=${expense.id}`,
  'the audit trail of a batch': () => `/api/audit?batch=${batch}`,
  'what he did': () => `/api/audit?actor=${ben.id}&asOf=${head}`,
  'the second page of his list': async () => `/api/expenses?cursor=${await cursorOf('/api/expenses?limit=1')}`,
  'the second page of his trail': async () => `/api/audit?cursor=${await cursorOf('/api/audit?limit=1')}`,
}
for (const [what, way] of Object.entries(ways)) {
  test(`nothing of his is seen by others through ${what}`, async (t) => {
    const path = await way()
    t.regex((await ben.agent.get(path).set(since).expect(200)).text, new RegExp(SECRET))
    for (const { agent } of [fay, viewer]) {
      t.notRegex((await agent.get(path).set(since).expect(200)).text, new RegExp(SECRET, 'i'))
    }
  })
}

/** Of the page after the first, of which there is one. */
async function cursorOf(path: string): Promise<string> {
  const answer = await ben.agent.get(path).set(since).expect(200)
  return encodeURIComponent((answer.body as { next: string }).next)
}

test('nobody is told anything by naming what is his in a command of their own', async (t) => {
  const own = await fay.agent.post('/api/expenses').send({ ...lunchOf('Own'), category: 'Own' })
  const { id } = own.body as { id: string }
  const answers = [
    await fay.agent.post('/api/expenses').send({ ...lunchOf('Mine'), categoryId: category.id }),
    await fay.agent.post('/api/expenses').send({ ...lunchOf('Mine'), category: 'Own', id: expense.id }),
    await fay.agent.patch(`/api/expenses/${id}`).send({ categoryId: category.id }),
    await fay.agent.post('/api/expenses/bulk').send({ ids: [id, expense.id], change: { amount: '1.00' } }),
    await fay.agent.post('/api/expenses/bulk').send({ filter: { user: ben.id }, delete: true }),
  ]
  t.deepEqual(
    answers.map(({ status }) => status),
    [422, 409, 422, 404, 403],
  )
  const all = await fay.agent.post('/api/expenses/bulk').send({ filter: { q: SECRET }, change: { amount: '1.00' } })
  t.like(all.body, { count: 0 })
  for (const { text } of [...answers, all]) t.notRegex(text, new RegExp(SECRET, 'i'))
})

function lunchOf(description: string) {
  return { description, date: '2026-11-23', amount: '12.50' }
}

test('whether somebody is there is not told by trying to leave their ledger', async (t) => {
  const leave = (owner: string) => fay.agent.delete(`/api/users/${owner}/shares/${fay.id}`).expect(404)
  const [there, nowhere] = [await leave(ben.id), await leave('01970000-0000-7000-8000-000000000000')]
  const said = ({ body }: Response) => ({ ...(body as object), requestId: undefined })
  t.deepEqual(said(there), said(nowhere))
})
