import test from 'ava'
import type { Response } from 'supertest'
import { routes, type DescribedRoute } from '../../../src/web/server/openapi/routes.ts'
import { unknown } from './scene.ts'
import { serveLedger, type Agent } from './served.ts'
import { makeToken, showing } from './token-holder.ts'

const { first, nobody } = await serveLedger()
const ana = await first()
const [read, write, admin] = await Promise.all(['read', 'write', 'admin'].map((scope) => makeToken(ana, { scope })))

/** Asks for what no route does: whoever is let in is refused for that, and nothing has happened. */
async function ask(agent: Agent, { key }: DescribedRoute): Promise<Response> {
  const [method = '', path = ''] = key.split(' ')
  const send = agent[method.toLowerCase() as 'post'](`${path.replace(/\{\w+\}/g, unknown)}?nonsense=1`)
  return send
}
const typeOf = ({ body }: Response) => (body as { type: string }).type.replace('urn:expense-ledger:problem:', '')
const isLetIn = ({ status }: Response) => [400, 404, 415, 422].includes(status)

for (const route of routes.filter(({ who }) => who !== 'anybody')) {
  const { key, who } = route

  test(`${key}: only for whoever may, by session or token`, async (t) => {
    t.is((await ask(nobody(), route)).status, 401)
    t.is((await ask(nobody().set('Authorization', 'Bearer nothing'), route)).status, 401)
    t.true(isLetIn(await ask(ana.agent, route)))
    const [byRead, byWrite, byAdmin] = await Promise.all(
      [read, write, admin].map((token) => ask(showing(token!, nobody()), route)),
    )
    if (who === 'a browser') return void t.is(typeOf(byAdmin!), 'session-needed')
    t.true(isLetIn(byAdmin!))
    if (who === 'admins') return void t.is(typeOf(byWrite!), 'scope-too-small')
    t.true(isLetIn(byWrite!))
    if (key.startsWith('GET ')) t.true(isLetIn(byRead!))
    else t.is(typeOf(byRead!), 'scope-too-small')
  })
}
