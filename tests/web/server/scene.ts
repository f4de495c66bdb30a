import test from 'ava'
import type { Test } from 'supertest'
import { addCategory, fieldsOf, record, serveLedger, type Agent } from './served.ts'

export const unknown = '01970000-0000-7000-8000-000000000000'

/** Three people and a few things of theirs, where nothing may happen any more: the head must stay where it is. */
export async function setScene() {
  const { first, member, head } = await serveLedger()
  const ana = await first()
  const ben = await member(ana)
  const carl = await member(ana)
  const expense = await record(ben)
  const deleted = await record(ben)
  await ben.agent.delete(`/api/expenses/${deleted.id}`).expect(200)
  const carlsFood = await addCategory(carl)
  const before = await head()

  /** `route` answers `body` with `status`, names `fields`, and nothing has happened. */
  const refused = test.macro(
    async (t, agent: Agent, route: string, body: object | string, status: number, fields: string[] = []) => {
      const answer = await ask(agent, route).set('Content-Type', 'application/json').send(body)
      t.is(answer.status, status, answer.text)
      t.deepEqual(fieldsOf(answer), fields)
      t.is(await head(), before)
    },
  )
  return { ana, ben, carl, expense, deleted, carlsFood, head, before, refused }
}

/** `POST /api/expenses`. */
export function ask(agent: Agent, route: string): Test {
  const [method = '', path = ''] = route.split(' ')
  return agent[method.toLowerCase() as 'post'](path)
}

/** The route without the ids in it, for titles. */
export function shown(route: string): string {
  return route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
}
