import test from 'ava'
import { ask, setScene, shown, unknown } from './scene.ts'
import { lunch } from './served.ts'

const { ana, ben, expense, deleted, head, before, refused } = await setScene()

const takeBody = [
  'POST /api/session',
  'POST /api/users',
  `PATCH /api/users/${ben.id}`,
  `PUT /api/users/${ben.id}/preferences`,
  'POST /api/categories',
  `PATCH /api/categories/${expense.categoryId}`,
  'POST /api/expenses',
  `PATCH /api/expenses/${expense.id}`,
  `POST /api/expenses/${expense.id}/revert`,
]
const others = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/merge-patch+json',
  'x',
]
for (const route of takeBody) {
  test(`${shown(route)} refuses what is no JSON`, refused, ana.agent, route, '{"name": "Dora"', 400)
  test(`${shown(route)} refuses an empty body`, refused, ana.agent, route, ' ', 400)
  test(`${shown(route)} refuses a text`, refused, ana.agent, route, '"name"', 400)
  test(`${shown(route)} refuses null`, refused, ana.agent, route, 'null', 400)
  test(`${shown(route)} refuses a list`, refused, ana.agent, route, '[{"name":"Dora"}]', 422, [''])
  test(`${shown(route)} refuses more than 100 kB`, refused, ana.agent, route, { name: 'x'.repeat(103_000) }, 413)

  test(`${shown(route)} survives deep nesting`, async (t) => {
    const deep = `{"name":${'['.repeat(40_000)}${']'.repeat(40_000)}}`
    const asked = ask(ana.agent, route).set('Content-Type', 'application/json').set('Idempotency-Key', 'deep')
    t.is((await asked.send(deep)).status, 422)
    t.is(await head(), before)
  })

  test(`${shown(route)} refuses other media types`, async (t) => {
    const send = (type: string, coding = 'identity') => {
      return ask(ana.agent, route).set('Content-Type', type).set('Content-Encoding', coding).send('{"name":"Dora"}')
    }
    for (const type of others) t.is((await send(type)).status, 415, type)
    t.is((await send('application/json; charset=latin1')).status, 415)
    t.is((await send('application/json', 'gzip')).status, 415)
    t.is(await head(), before)
  })
}

test('bytes that are no UTF-8 are no text', async (t) => {
  const body = Buffer.from(JSON.stringify({ ...lunch, description: 'café' }), 'latin1')
  const asked = ben.agent.post('/api/expenses').set('Content-Type', 'application/json')
  asked.write(body)
  t.is((await asked).status, 400)
  t.is(await head(), before)
})

const takeNoBody = [
  'POST /api/demo',
  `DELETE /api/expenses/${expense.id}`,
  `POST /api/expenses/${deleted.id}/restore`,
  `POST /api/batches/${unknown}/revert`,
  `DELETE /api/categories/${expense.categoryId}`,
  `DELETE /api/users/${ben.id}`,
  `POST /api/users/${ben.id}/restore`,
  'DELETE /api/session',
]
for (const route of takeNoBody) {
  test(`${shown(route)} takes no body`, refused, ana.agent, route, { version: 1 }, 422, ['version'])
  test(`${shown(route)} takes no list`, refused, ana.agent, route, '[]', 422, [''])
  test(`${shown(route)} takes no nonsense`, refused, ana.agent, route, '{', 400)
}
