import test from 'ava'
import { addCategory, fieldsOf, lunch, PASSWORD, record, serveLedger, type Agent } from './served.ts'

// Nothing in this file may move the head once everybody is there.
const { first, member, head } = await serveLedger()
const ana = await first()
const ben = await member(ana)
const carl = await member(ana)
const expense = await record(ben)
const deleted = await record(ben)
await ben.agent.delete(`/api/expenses/${deleted.id}`).expect(200)
const carlsFood = await addCategory(carl)
const before = await head()

const unknown = '01970000-0000-7000-8000-000000000000'
const long = 'x'.repeat(10_000)
const user = { name: 'Dora', email: 'dora@example.com', password: PASSWORD }
const { category: _food, ...withoutCategory } = lunch

const refused = test.macro(
  async (t, agent: Agent, route: string, body: object | string, status: number, fields: string[] = []) => {
    const [method = '', path = ''] = route.split(' ')
    const asked = agent[method.toLowerCase() as 'post'](path)
    const answer = await asked.set('Content-Type', 'application/json').send(body)
    t.is(answer.status, status, answer.text)
    t.deepEqual(fieldsOf(answer), fields)
    t.is(await head(), before)
  },
)

const invalid: Record<string, [what: string, body: object | string, ...fields: string[]][]> = {
  'POST /api/users': [
    ['nothing', {}, 'name', 'email', 'password'],
    ['an unknown field', { ...user, admin: true }, 'admin'],
    ['a name of 10,000 characters', { ...user, name: long }, 'name'],
    ['a blank name', { ...user, name: ' \t ' }, 'name'],
    ['a lone surrogate', '{"name":"a\\ud800","email":"dora@example.com","password":"0123456789"}', 'name'],
    ['a control character', { ...user, name: 'a\u0000b' }, 'name'],
    ['a name that is a number', { ...user, name: 1 }, 'name'],
    ['a name that is a list', { ...user, name: ['Dora'] }, 'name'],
    ['no address', { ...user, email: 'dora' }, 'email'],
    ['a long address', { ...user, email: `${'d'.repeat(250)}@example.com` }, 'email'],
    ['a short password', { ...user, password: '123456789' }, 'password'],
    ['a long password', { ...user, password: 'p'.repeat(1001) }, 'password'],
    ['an unknown role', { ...user, role: 'owner' }, 'role'],
    ['an unknown currency', { ...user, currency: 'EURO' }, 'currency'],
    ['a currency in lower case', { ...user, currency: 'eur' }, 'currency'],
    ['a currency that every object has', { ...user, currency: 'constructor' }, 'currency'],
    ['two fields amiss', { ...user, name: '', email: null }, 'name', 'email'],
  ],
  [`PATCH /api/users/${ben.id}`]: [
    ['a password', { password: PASSWORD }, 'password'],
    ['a version', { version: 2 }, 'version'],
    ['a null', { name: null }, 'name'],
    ['an unknown role', { role: 'none' }, 'role'],
  ],
  'POST /api/categories': [
    ['nothing', {}, 'name'],
    ['a name of 10,000 characters', { name: long }, 'name'],
    ['a name that is an object', { name: { toString: 'Food' } }, 'name'],
    ['a colour by name', { name: 'Travel', colour: 'red' }, 'colour'],
    ['a colour that is code', { name: 'Travel', colour: '#12345g;}' }, 'colour'],
    ['an unknown field', { name: 'Travel', archived: true }, 'archived'],
  ],
  [`PATCH /api/categories/${expense.categoryId}`]: [
    ['a name of 10,000 characters', { name: long }, 'name'],
    ['a colour that is a number', { colour: 123456 }, 'colour'],
    ['another owner', { userId: carl.id }, 'userId'],
  ],
  'POST /api/expenses': [
    ['nothing', {}, 'description', 'date', 'amount'],
    ['no category', withoutCategory, 'category'],
    ['an unknown field', { ...lunch, tags: ['x'] }, 'tags'],
    ['a field that every object has', { ...lunch, constructor: 1, toString: 2 }, 'constructor', 'toString'],
    ['a prototype', `{"__proto__":{"amount":"1"},${JSON.stringify(lunch).slice(1)}`, '__proto__'],
    ['a description of 10,000 characters', { ...lunch, description: long }, 'description'],
    ['a blank description', { ...lunch, description: '\u2003\n' }, 'description'],
    ['a lone surrogate', { ...lunch, description: 'a\udc00' }, 'description'],
    ['a category of 10,000 characters', { ...lunch, category: long }, 'category'],
    ['a lone surrogate for a category', { ...lunch, category: '\ud83d' }, 'category'],
    ['an impossible date', { ...lunch, date: '2026-02-30' }, 'date'],
    ['a leap day in a common year', { ...lunch, date: '2100-02-29' }, 'date'],
    ['an instant for a date', { ...lunch, date: '2026-11-23T00:00:00Z' }, 'date'],
    ['a year that no database holds', { ...lunch, date: '0000-01-01' }, 'date'],
    ['a year of five digits', { ...lunch, date: '10000-01-01' }, 'date'],
    ['a date that is a number', { ...lunch, date: 20_261_123 }, 'date'],
    ['an amount that is a number', { ...lunch, amount: 12.5 }, 'amount'],
    ['an amount of zero', { ...lunch, amount: '0.00' }, 'amount'],
    ['an empty amount', { ...lunch, amount: '' }, 'amount'],
    ['an amount with a comma', { ...lunch, amount: '12,50' }, 'amount'],
    ['an amount with an exponent', { ...lunch, amount: '1e3' }, 'amount'],
    ['an amount that is infinite', { ...lunch, amount: 'Infinity' }, 'amount'],
    ['an amount with a plus', { ...lunch, amount: '+1' }, 'amount'],
    ['an amount with blanks', { ...lunch, amount: ' 1' }, 'amount'],
    ['an amount in other digits', { ...lunch, amount: '١٢' }, 'amount'],
    ['an amount too large', { ...lunch, amount: '90071992547409.92' }, 'amount'],
    ['an amount of many digits', { ...lunch, amount: '9'.repeat(1000) }, 'amount'],
    ['more decimals than euros have', { ...lunch, amount: '1.005' }, 'amount'],
    ['more decimals than yen have', { ...lunch, amount: '1.00', currency: 'JPY' }, 'amount'],
    ['an unknown currency', { ...lunch, currency: 'XXX' }, 'currency'],
    ['an id that is none', { ...lunch, id: 'lunch' }, 'id'],
    ['an id that is null', { ...lunch, id: null }, 'id'],
    ['an unknown category', { ...withoutCategory, categoryId: unknown }, 'categoryId'],
    ['somebody else’s category', { ...withoutCategory, categoryId: carlsFood.id }, 'categoryId'],
    ['a category that is no id', { ...withoutCategory, categoryId: 'food' }, 'categoryId'],
    ['an owner who is no id', { ...lunch, userId: 'ben' }, 'userId'],
  ],
  [`PATCH /api/expenses/${expense.id}`]: [
    ['an impossible date', { date: '2026-13-01' }, 'date'],
    ['an amount of zero', { amount: '-0' }, 'amount'],
    ['more decimals than the currency has', { amount: '1.234' }, 'amount'],
    ['a currency that cannot hold the amount', { currency: 'JPY' }, 'currency'],
    ['a description of 10,000 characters', { description: long }, 'description'],
    ['an unknown category', { categoryId: unknown }, 'categoryId'],
    ['both names of a category', { category: 'Food', categoryId: expense.categoryId }, 'category'],
    ['another id', { id: unknown }, 'id'],
    ['another owner', { userId: carl.id }, 'userId'],
    ['a null', { amount: null }, 'amount'],
    ['a good field beside a bad one', { description: 'Dinner', amount: '0' }, 'amount'],
    ['a new category beside a bad amount', { category: 'Brand new', amount: '0' }, 'amount'],
  ],
  'POST /api/session': [
    ['nothing', {}, 'email', 'password'],
    ['a list of addresses', { email: ['ana@example.com'], password: PASSWORD }, 'email'],
    ['a condition for a password', { email: 'ana@example.com', password: { $ne: '' } }, 'password'],
    ['an unknown field', { email: 'ana@example.com', password: PASSWORD, remember: true }, 'remember'],
    ['a long password', { email: 'ana@example.com', password: 'p'.repeat(1001) }, 'password'],
  ],
}
for (const [route, cases] of Object.entries(invalid)) {
  const agent = route === 'POST /api/users' ? ana.agent : ben.agent
  const shown = route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
  for (const [what, body, ...fields] of cases)
    test(`${shown} refuses ${what}`, refused, agent, route, body, 422, fields)

  const nested = `{"name":${'['.repeat(40_000)}${']'.repeat(40_000)}}`
  test(`${shown} refuses what is no JSON`, refused, agent, route, '{"name": "Dora"', 400)
  test(`${shown} refuses an empty body`, refused, agent, route, ' ', 400)
  test(`${shown} refuses a text`, refused, agent, route, '"name"', 400)
  test(`${shown} refuses null`, refused, agent, route, 'null', 400)
  test(`${shown} refuses a list`, refused, agent, route, '[{"name":"Dora"}]', 422, [''])
  test(`${shown} refuses more than 100 kB`, refused, agent, route, { name: 'x'.repeat(103_000) }, 413)
  test(`${shown} survives deep nesting`, async (t) => {
    const [method = '', path = ''] = route.split(' ')
    const answer = await agent[method.toLowerCase() as 'post'](path)
      .set('Content-Type', 'application/json')
      .set('Idempotency-Key', 'deep')
      .send(nested)
    t.is(answer.status, 422)
    t.is(await head(), before)
  })
  test(`${shown} refuses other media types`, async (t) => {
    const [method = '', path = ''] = route.split(' ')
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'application/merge-patch+json',
      'x',
    ]
    for (const type of types) {
      const asked = agent[method.toLowerCase() as 'post'](path)
      t.is((await asked.set('Content-Type', type).send('{"name":"Dora"}')).status, 415, type)
    }
    const gzip = agent[method.toLowerCase() as 'post'](path).set('Content-Type', 'application/json')
    t.is((await gzip.set('Content-Encoding', 'gzip').send('{}')).status, 415)
    const latin = agent[method.toLowerCase() as 'post'](path).set('Content-Type', 'application/json; charset=latin1')
    t.is((await latin.send('{}')).status, 415)
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
  `DELETE /api/expenses/${expense.id}`,
  `POST /api/expenses/${deleted.id}/restore`,
  `DELETE /api/categories/${expense.categoryId}`,
  `DELETE /api/users/${ben.id}`,
  `POST /api/users/${ben.id}/restore`,
  'DELETE /api/session',
]
for (const route of takeNoBody) {
  const shown = route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
  test(`${shown} takes no body`, refused, ana.agent, route, { version: 1 }, 422, ['version'])
  test(`${shown} takes no list`, refused, ana.agent, route, '[]', 422, [''])
  test(`${shown} takes no nonsense`, refused, ana.agent, route, '{', 400)
}

const routes = [
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/users',
  `GET /api/users/${ben.id}`,
  `GET /api/users/${ben.id}/totals`,
  `PATCH /api/users/${ben.id}`,
  `DELETE /api/users/${ben.id}`,
  `POST /api/users/${ben.id}/restore`,
  'GET /api/categories',
  'POST /api/categories',
  `PATCH /api/categories/${expense.categoryId}`,
  `DELETE /api/categories/${expense.categoryId}`,
  'GET /api/expenses',
  'POST /api/expenses',
  `GET /api/expenses/${expense.id}`,
  `GET /api/expenses/${expense.id}/history`,
  `PATCH /api/expenses/${expense.id}`,
  `DELETE /api/expenses/${expense.id}`,
  `POST /api/expenses/${deleted.id}/restore`,
]
for (const route of routes) {
  const [method = '', path = ''] = route.split(' ')
  const shown = route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
  test(`${shown} refuses parameters that it does not know`, async (t) => {
    for (const [search, field] of [
      ['asOf=1', 'asOf'],
      ['Limit=1', 'Limit'],
      ['__proto__=x', '__proto__'],
      ['constructor=x', 'constructor'],
      ['from[]=2026-11-01', 'from[]'],
    ] as const) {
      const answer = await ana.agent[method.toLowerCase() as 'get'](`${path}?${search}`)
      t.is(answer.status, 422, search)
      t.deepEqual(fieldsOf(answer), [field])
    }
    t.is(await head(), before)
  })
  test(`${shown} refuses a broken query`, async (t) => {
    for (const search of ['q=%', 'q=%zz', 'q=%ff', 'q=%ed%a0%80']) {
      t.is((await ana.agent[method.toLowerCase() as 'get'](`${path}?${search}`)).status, 400, search)
    }
  })
}

const queries: Record<string, [search: string, ...fields: string[]][]> = {
  '/api/expenses': [
    ['user=ben', 'user'],
    ['from=2026-02-30', 'from'],
    ['from=2026-11-23T00:00:00Z&to=tomorrow', 'from', 'to'],
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
  await ana.agent.options('/api/expenses').expect(404)
  t.is(await head(), before)
})
