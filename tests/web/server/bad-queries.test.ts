import test from 'ava'
import { ask, setScene, shown, unknown } from './scene.ts'
import { fieldsOf } from './served.ts'

const { ana, ben, expense, deleted, head, before } = await setScene()

const routes = [
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/users',
  `GET /api/users/${ben.id}`,
  `GET /api/users/${ben.id}/totals`,
  `GET /api/users/${ben.id}/history`,
  `GET /api/users/${ben.id}/preferences`,
  `PUT /api/users/${ben.id}/preferences`,
  `PATCH /api/users/${ben.id}`,
  `DELETE /api/users/${ben.id}`,
  `POST /api/users/${ben.id}/restore`,
  'GET /api/categories',
  'POST /api/categories',
  `PATCH /api/categories/${expense.categoryId}`,
  `DELETE /api/categories/${expense.categoryId}`,
  `GET /api/categories/${expense.categoryId}/history`,
  'GET /api/expenses',
  'GET /api/expenses.csv',
  'GET /api/expenses.json',
  'POST /api/expenses',
  `GET /api/expenses/${expense.id}`,
  `GET /api/expenses/${expense.id}/history`,
  `PATCH /api/expenses/${expense.id}`,
  `DELETE /api/expenses/${expense.id}`,
  `POST /api/expenses/${deleted.id}/restore`,
  `POST /api/expenses/${expense.id}/revert`,
  'POST /api/expenses/bulk',
  `POST /api/batches/${unknown}/revert`,
  'GET /api/live',
  'GET /api/audit',
  'POST /api/demo',
]
for (const route of routes) {
  test(`${shown(route)} refuses parameters that it does not know`, async (t) => {
    for (const [search, field] of [
      ['as_of=1', 'as_of'],
      ['Limit=1', 'Limit'],
      ['__proto__=x', '__proto__'],
      ['constructor=x', 'constructor'],
      ['from[]=2026-11-01', 'from[]'],
    ] as const) {
      const answer = await ask(ana.agent, `${route}?${search}`)
      t.is(answer.status, 422, search)
      t.deepEqual(fieldsOf(answer), [field])
    }
    t.is(await head(), before)
  })
  test(`${shown(route)} refuses a broken query`, async (t) => {
    for (const search of ['q=%', 'q=%zz', 'q=%ff', 'q=%ed%a0%80']) {
      t.is((await ask(ana.agent, `${route}?${search}`)).status, 400, search)
    }
  })
}

const queries: Record<string, [search: string, ...fields: string[]][]> = {
  '/api/expenses': [
    ['user=ben', 'user'],
    ['from=2026-02-30', 'from'],
    ['from=2026-11-23T00:00:00Z&to=tomorrow', 'from', 'to'],
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['category=', 'category'],
    [`category=${'c'.repeat(101)}`, 'category'],
    [`q=${'q'.repeat(201)}`, 'q'],
    ['min=1,5', 'min'],
    ['min=1e9&max=NaN', 'min', 'max'],
    ['max=123456789012345678', 'max'],
    ['currency=eur', 'currency'],
    ['deleted=yes', 'deleted'],
    ['deleted=', 'deleted'],
    ['sort=id', 'sort'],
    ['sort=date,amount', 'sort'],
    ['sort=date&sort=amount', 'sort'],
    ['limit=5&limit=6', 'limit'],
    ['q=a&q=b', 'q'],
    ['totals=1', 'totals'],
    ['cursor=a&cursor=b', 'cursor'],
  ],
  '/api/expenses.csv': [['from=2026-11-02&to=2026-11-01', 'to']],
  '/api/expenses.json': [['from=2026-11-02&to=2026-11-01', 'to']],
  '/api/users': [
    ['deleted=all', 'deleted'],
    ['deleted=true&deleted=true', 'deleted'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
  ],
  '/api/categories': [
    ['user=ben', 'user'],
    ['limit=x', 'limit'],
    ['limit=201', 'limit'],
    ['archived=true', 'archived'],
  ],
}
for (const [path, cases] of Object.entries(queries)) {
  for (const [search, ...fields] of cases) {
    test(`GET ${path}?${search.slice(0, 60)} is refused`, async (t) => {
      const answer = await ana.agent.get(`${path}?${search}`)
      t.is(answer.status, 422, answer.text)
      t.deepEqual(fieldsOf(answer), fields)
    })
  }
}

const ids = [unknown, 'lunch', '1', '%20', '%00', "1'%20or%20'1'='1", '..%2f..', 'x'.repeat(2000), '%F0%9F%8D%95']
test('an unknown id is not found, whatever it looks like', async (t) => {
  for (const id of ids) {
    await ben.agent.get(`/api/expenses/${id}`).expect(404)
    await ben.agent.get(`/api/expenses/${id}/history`).expect(404)
    await ben.agent.patch(`/api/expenses/${id}`).send({ amount: '1' }).expect(404)
    await ben.agent.delete(`/api/expenses/${id}`).expect(404)
    await ben.agent.post(`/api/expenses/${id}/restore`).expect(404)
    await ben.agent.get(`/api/categories/${id}/history`).expect(404)
    await ben.agent.get(`/api/users/${id}/history`).expect(404)
    await ben.agent.patch(`/api/categories/${id}`).send({ name: 'Travel' }).expect(404)
    await ben.agent.delete(`/api/categories/${id}`).expect(404)
  }
  t.is(await head(), before)
})

test('a path that is not percent-encoded is malformed', async (t) => {
  for (const path of ['/api/expenses/%', '/api/expenses/%zz', '/api/categories/%ff', '/api/users/%c0%80']) {
    t.is((await ana.agent.delete(path)).status, 400, path)
  }
})

test('there is nothing else', async (t) => {
  for (const path of ['/api', '/api/', '/api/nothing', '/api/expenses/a/b/c', '/api/..%2fusers', '/api//users']) {
    await ana.agent.get(path).expect(404)
    await ana.agent.post(path).send({}).expect(404)
  }
  await ana.agent.put('/api/expenses').send({}).expect(404)
  t.is(await head(), before)
})
