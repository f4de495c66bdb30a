import test from 'ava'
import type { Response } from 'supertest'
import { MadeToken } from '../../../../src/web/api.ts'
import { kinds } from '../../../../src/web/server/openapi/route.ts'
import { routes, type DescribedRoute } from '../../../../src/web/server/openapi/routes.ts'
import type { Operation, Parameter, Schema } from '../../../../src/web/server/openapi/shape.ts'
import { typeOf } from '../commands.ts'
import { unknown } from '../scene.ts'
import { bodyOf, record, serveLedger, type Agent } from '../served.ts'
import { callOf, type Call } from './calls.ts'
import { description } from './held.ts'

// Every answer that anybody gets here is held against the description (served.ts): its status, media type, headers and body.
const ledger = await serveLedger()
const ana = await ledger.first()
const ben = await ledger.member(ana)
const expense = await record(ben)
const made = bodyOf(await ana.agent.post('/api/tokens').send({ name: 'All', scope: 'admin' }))
const bearer = { Authorization: `Bearer ${MadeToken.parse(made).token}` }
const ids = { users: ben.id, expenses: expense.id, categories: expense.categoryId }
const scene = { ledger, ana, ids }

/** Asks again while the ledger says that it cannot answer just now: beside all other tests it may be seconds behind itself. */
async function call(agent: Agent, { key }: DescribedRoute, { path, body }: Call, headers: Record<string, string> = {}) {
  const ask = () =>
    agent[methodOf(key)](path)
      .set({ ...typeOf(body), ...headers })
      .send(body)
  let answer = await ask()
  while (answer.status === 503) answer = await ask()
  return answer
}

for (const route of routes) {
  test(`${route.key} answers as described`, async (t) => {
    const headers: Record<string, string> = takes(route, 'Ledger-Position')
      ? { 'Ledger-Position': String(await ledger.head()) }
      : {}
    const asked = await callOf(route.key, scene)
    const agent = (await asked.agent?.()) ?? ana.agent
    // Of what never ends only the head is asked for.
    const answer = route.kind === 'follows' ? await agent.head(asked.path) : await call(agent, route, asked, headers)
    t.is(answer.status, route.answer.status ?? 200, answer.text)
  })
}

const inApi = routes.filter(({ key }) => key.includes(' /api/'))
for (const route of inApi) {
  const { key, who, only } = route

  test(`${key} is as open as described`, async (t) => {
    const ask = async (agent: Agent, headers = {}) =>
      (await call(agent, route, await callOf(key, scene), headers)).status
    t.is((await ask(ledger.nobody())) === 401, who !== 'anybody')
    t.is(await ask(ana.agent, { Origin: 'https://evil.example' }), 403)
    t.is(await ask(ledger.nobody(), { Authorization: 'Bearer ledger_0' }), 401)
    if (who.startsWith('admins')) t.is(await ask(ben.agent), 403)
    if (only) t.is(await ask(ledger.nobody(), bearer), 403)
  })

  test(`${key} takes the described parameters and no other`, async (t) => {
    const { path, body } = await callOf(key, scene)
    const all = new Set(inApi.flatMap((one) => namesIn(operationOf(one), 'query')))
    for (const names of alternativesOf(route)) {
      const others = [...all, 'nonsense'].filter((name) => names.includes(name) || !isTaken(route, name))
      const search = others.map((name) => `${name}=%07`).join('&')
      const asked = { path: `${path.split('?')[0]}?${search}`, ...(body && { body }) }
      const answer = await call(ana.agent, route, asked)
      t.is(answer.status, 422)
      t.deepEqual(unknownTo(answer), others.filter((name) => !names.includes(name)).sort())
    }
  })
}

for (const route of inApi.filter((one) => isTaken(one, 'limit'))) {
  test(`${route.key} takes the described limits`, async (t) => {
    const { path } = await callOf(route.key, scene)
    const { minimum = NaN, maximum = NaN } = schemaOf(route, 'limit')
    const ask = async (limit: number) => (await call(ana.agent, route, { path: `${path}?limit=${limit}` })).status
    t.deepEqual(
      [await ask(minimum - 1), await ask(minimum), await ask(maximum), await ask(maximum + 1)],
      [422, 200, 200, 422],
    )
  })
}

for (const route of inApi.filter(({ kind }) => kinds[kind].takes.length > 0)) {
  test(`${route.key} takes the described headers`, async (t) => {
    for (const name of kinds[route.kind].takes) {
      const answer = await call(ana.agent, route, await callOf(route.key, scene), { [name]: 'x'.repeat(201) })
      t.true(answer.status === 400 || answer.status === 422)
      if (route.kind !== 'follows')
        t.deepEqual(
          errorsOf(answer).map(({ path }) => path),
          [name],
        )
    }
  })
}

for (const route of inApi.filter(({ key }) => key.includes('{'))) {
  test(`${route.key}: what is not there is not found`, async (t) => {
    const { path: found, ...rest } = await callOf(route.key, scene)
    const path = route.key.slice(route.key.indexOf(' ') + 1).replace(/\{\w+\}/g, unknown)
    t.not(path, found)
    t.is((await call(ana.agent, route, { path, ...rest })).status, 404)
  })
}

for (const route of inApi.filter((one) => takes(one, 'If-Match'))) {
  test(`${route.key}: what is stale is refused`, async (t) => {
    t.is((await call(ana.agent, route, await callOf(route.key, scene), { 'If-Match': '"99"' })).status, 412)
  })
}

for (const route of inApi.filter(({ body }) => body)) {
  test(`${route.key} takes the described fields and no other`, async (t) => {
    const { path } = await callOf(route.key, scene)
    const all = [...new Set(inApi.flatMap(fieldsOf)), 'nonsense']
    const body = Object.fromEntries(all.map((name) => [name, { no: 'such thing' }]))
    const answer = await call(ana.agent, route, { path, body })
    t.is(answer.status, 422)
    t.deepEqual(unknownTo(answer), all.filter((name) => !fieldsOf(route).includes(name)).sort())
  })

  test(`${route.key} takes JSON alone, and not too much of it`, async (t) => {
    const { path } = await callOf(route.key, scene)
    const send = async (type: string, body: string) => {
      return (await ana.agent[methodOf(route.key)](path).set('Content-Type', type).send(body)).status
    }
    t.is(await send('text/plain', '{}'), 415)
    t.is(await send('application/json', '{'), 400)
    t.is(await send('application/json', JSON.stringify({ name: 'x'.repeat(600_000) })), 413)
  })
}

function methodOf(key: string) {
  return key.slice(0, key.indexOf(' ')).toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
}

function operationOf({ key }: DescribedRoute): Operation {
  return description.paths[key.slice(key.indexOf(' ') + 1)]![methodOf(key)]!
}

function takes({ kind }: DescribedRoute, header: string): boolean {
  return kinds[kind].takes.some((name) => name === header)
}

function namesIn({ parameters }: Operation, where: Parameter['in']): string[] {
  return parameters.filter((parameter) => parameter.in === where).map(({ name }) => name)
}

function isTaken(route: DescribedRoute, name: string): boolean {
  return namesIn(operationOf(route), 'query').includes(name)
}

function schemaOf(route: DescribedRoute, parameter: string): Schema {
  return operationOf(route).parameters.find(({ name }) => name === parameter)!.schema
}

/** The parameters of each query that a route takes. */
function alternativesOf({ query }: DescribedRoute): string[][] {
  const queries = [query ?? []].flat()
  return queries.length === 0 ? [[]] : queries.map(({ shape }) => Object.keys(shape))
}

/** The fields of the body that a route takes. */
function fieldsOf(route: DescribedRoute): string[] {
  const ref = operationOf(route).requestBody?.content['application/json']?.schema.$ref ?? ''
  return Object.keys(description.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)]?.properties ?? {})
}

function errorsOf({ body }: Response): { path: string; message: string }[] {
  return (body as { errors?: { path: string; message: string }[] }).errors ?? []
}

function unknownTo(answer: Response): string[] {
  const unknowns = errorsOf(answer).filter(({ message }) => message.startsWith('Unknown'))
  // What is inside of a field has a schema of its own.
  return unknowns.flatMap(({ path }) => (path.includes('.') ? [] : [path])).sort()
}
