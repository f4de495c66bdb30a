import type { Response } from 'supertest'
import { BatchDone } from '../../../src/web/api.ts'
import { addCategory, lunch, PASSWORD, record, type Agent, type Person, bodyOf } from './served.ts'

type Method = 'post' | 'patch' | 'delete'
/** A command that can be given as it is, with a file if `body` is a text; `other` is another one for the same path. */
export type Asked = { method: Method; path: string; body?: object | string; other?: object | string }

let people = 0
function newUser(): object {
  people += 1
  return { name: `Dora the ${people}.`, email: `dora${people}@example.com`, password: PASSWORD }
}

async function userOf({ agent }: Person): Promise<string> {
  const body = bodyOf(await agent.post('/api/users').send(newUser()).expect(201))
  return `/api/users/${(body as { id: string }).id}`
}
const expenseOf = async (ana: Person) => `/api/expenses/${(await record(ana)).id}`
const categoryOf = async (ana: Person) => `/api/categories/${(await addCategory(ana, { name: unique('Food') })).id}`
const unique = (word: string) => `${word} ${(people += 1)}`

/** Every route that commands, each with something of its own to change. */
export const commands: Record<string, (ana: Person) => Promise<Asked>> = {
  'POST /api/users': async () => ({ method: 'post', path: '/api/users', body: newUser(), other: newUser() }),
  'PATCH /api/users/:id': async (ana) => {
    return { method: 'patch', path: await userOf(ana), body: { name: 'Dora' }, other: { name: 'Eva' } }
  },
  'DELETE /api/users/:id': async (ana) => ({ method: 'delete', path: await userOf(ana) }),
  'POST /api/users/:id/restore': async (ana) => {
    const path = await userOf(ana)
    await ana.agent.delete(path).expect(200)
    return { method: 'post', path: `${path}/restore` }
  },
  'POST /api/users/:id/erase': async (ana) => {
    const { id, name } = bodyOf(await ana.agent.post('/api/users').send(newUser()).expect(201)) as Record<
      string,
      string
    >
    return { method: 'post', path: `/api/users/${id}/erase`, body: { name }, other: { name: `${name} ` } }
  },
  'POST /api/users/:id/shares': async (ana) => {
    const userId = (await userOf(ana)).slice('/api/users/'.length)
    const body = { userId, role: 'viewer' }
    return { method: 'post', path: `${await userOf(ana)}/shares`, body, other: { userId, role: 'editor' } }
  },
  'DELETE /api/users/:id/shares/:with': async (ana) => {
    const [path, other] = [await userOf(ana), (await userOf(ana)).slice('/api/users/'.length)]
    await ana.agent.post(`${path}/shares`).send({ userId: other, role: 'viewer' }).expect(201)
    return { method: 'delete', path: `${path}/shares/${other}` }
  },
  'POST /api/categories': async () => {
    return { method: 'post', path: '/api/categories', body: { name: unique('Food') }, other: { name: unique('Food') } }
  },
  'PATCH /api/categories/:id': async (ana) => {
    const path = await categoryOf(ana)
    return { method: 'patch', path, body: { name: unique('Food') }, other: { colour: '#123456' } }
  },
  'DELETE /api/categories/:id': async (ana) => ({ method: 'delete', path: await categoryOf(ana) }),
  'POST /api/expenses': async () => {
    const category = unique('Food')
    return { method: 'post', path: '/api/expenses', body: { ...lunch, category }, other: { ...lunch, amount: '12.51' } }
  },
  'PATCH /api/expenses/:id': async (ana) => {
    const body = { amount: '9.90', category: unique('Food') }
    return { method: 'patch', path: await expenseOf(ana), body, other: { amount: '9.91' } }
  },
  'DELETE /api/expenses/:id': async (ana) => ({ method: 'delete', path: await expenseOf(ana) }),
  'POST /api/expenses/:id/restore': async (ana) => {
    const path = await expenseOf(ana)
    await ana.agent.delete(path).expect(200)
    return { method: 'post', path: `${path}/restore` }
  },
  'POST /api/expenses/:id/revert': async (ana) => {
    const path = await expenseOf(ana)
    await ana.agent.patch(path).send({ amount: '9.90' }).expect(200)
    return { method: 'post', path: `${path}/revert`, body: { version: 1 }, other: { version: 2 } }
  },
  'POST /api/expenses/bulk': async (ana) => {
    const ids = [(await record(ana)).id, (await record(ana)).id]
    const body = { ids, change: { amount: '9.90', category: unique('Food') } }
    return { method: 'post', path: '/api/expenses/bulk', body, other: { ids, delete: true } }
  },
  'POST /api/imports': async () => {
    const file = () => `date,description,category,amount,currency\n2026-11-23,${unique('Lunch')},Food,12.50,EUR\n`
    return { method: 'post', path: '/api/imports', body: file(), other: file() }
  },
  'POST /api/batches/:id/revert': async (ana) => {
    const ids = [(await record(ana)).id, (await record(ana)).id]
    const done = await ana.agent.post('/api/expenses/bulk').send({ ids, delete: true }).expect(200)
    return { method: 'post', path: `/api/batches/${BatchDone.parse(done.body).batch}/revert` }
  },
}

export const creating = ['POST /api/users', 'POST /api/categories', 'POST /api/expenses']
/** What is about many expenses is for no one version. */
export const aboutMany = ['POST /api/expenses/bulk', 'POST /api/imports', 'POST /api/batches/:id/revert']

/** Sends what was asked, with `headers`. */
export async function send(
  agent: Agent,
  { method, path, body }: Asked,
  headers: Record<string, string> = {},
): Promise<Response> {
  return agent[method](path)
    .set({ ...typeOf(body), ...headers })
    .send(body)
}

/** A text is sent as the file that it is. */
export function typeOf(body: object | string | undefined): Record<string, string> {
  return typeof body === 'string' ? { 'Content-Type': 'text/csv' } : {}
}
