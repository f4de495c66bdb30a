import test from 'ava'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { UserList } from '../../../src/web/api.ts'
import { openLedger } from '../../../src/ops/ledger.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { turnOn } from './second-factor/authenticator.ts'
import { bodyOf, fieldsOf, PASSWORD, record, serveLedger, since, type Person, type Served } from './served.ts'
import { makeToken } from './token-holder.ts'

/** Words that only Zoe wrote: nowhere may any of them be read afterwards. */
const words = ['Zoe Zimmermann', 'zoe@example.com', 'Zeppelin', 'Zucchini', 'Zoology']

/** Zoe, who has recorded an expense, changed its words and put it into a category of her own. */
async function zoeIn(served: Served, ana: Person) {
  const zoe = await served.member(ana, { name: 'Zoe Zimmermann', email: 'zoe@example.com' })
  const expense = await record(zoe, { description: 'Zeppelin', category: 'Zoology' })
  const amended = await zoe.agent.patch(`/api/expenses/${expense.id}`).send({ description: 'Zucchini' }).expect(200)
  return { ...zoe, expense, since: since(amended) }
}
const erase = (ana: Person, { id }: { id: string }, name = 'Zoe Zimmermann') =>
  ana.agent.post(`/api/users/${id}/erase`).send({ name })

test('an admin erases with the name typed, and nobody else does', async (t) => {
  const served = await serveLedger()
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  const ben = await served.member(ana)
  await ben.agent.post(`/api/users/${zoe.id}/erase`).send({ name: 'Zoe Zimmermann' }).expect(403)
  await zoe.agent.post(`/api/users/${zoe.id}/erase`).send({ name: 'Zoe Zimmermann' }).expect(403)
  const wrong = await erase(ana, zoe, 'Zoe').expect(422)
  t.deepEqual(fieldsOf(wrong), ['name'])
  t.deepEqual(served.erased, [])
  await erase(ana, { id: ana.id }, 'Ana Novak').expect(409)

  const answer = await erase(ana, zoe, ' zoe zimmermann').expect(200)
  t.like(answer.body, { id: zoe.id, name: 'erased', email: 'erased', deleted: true })
  t.deepEqual(served.erased, [zoe.id])
  await erase(ana, zoe, 'whatever').expect(200)
  const restored = await ana.agent.post(`/api/users/${zoe.id}/restore`).expect(409)
  t.like(restored.body, { type: 'urn:expense-ledger:problem:user-erased' })
  await served.nobody().post('/api/session').send({ email: zoe.email, password: PASSWORD }).expect(401)
  await zoe.agent.get('/api/session').expect(401)
})

test('nothing that the person wrote is read anywhere afterwards, and every figure stays', async (t) => {
  const served = await serveLedger()
  const { ledger } = served
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  const before = Number(zoe.since['Ledger-Position'])
  const was = await ana.agent.get(`/api/reports/spending?asOf=${before}`).expect(200)
  const found = await ana.agent.get(`/api/expenses?asOf=${before}&q=zucchini&totals=true`).expect(200)
  t.like(found.body, { count: 1 })

  const erased = since(await erase(ana, zoe).expect(200))
  const read = async (path: string) => (await ana.agent.get(path).set(erased).expect(200)).text
  const said = await Promise.all(
    [
      '/api/users?deleted=true',
      `/api/users?asOf=${before}`,
      `/api/users/${zoe.id}?asOf=${before}`,
      `/api/users/${zoe.id}/history`,
      `/api/expenses/${zoe.expense.id}/history?asOf=${before}`,
      `/api/expenses?asOf=${before}`,
      `/api/expenses.csv?asOf=${before}`,
      `/api/expenses.json?asOf=${before}`,
      `/api/categories?asOf=${before}&user=${zoe.id}`,
      '/api/audit',
      '/api/access-log',
      `/api/reports/statement?asOf=${before}`,
      `/api/reports/spending?asOf=${before}&group=month,category`,
      `/api/reports/changes?since=${before}`,
    ].map(read),
  )
  for (const text of said) for (const word of words) t.false(text.includes(word), `${word} in ${text}`)
  t.true(said.every((text) => text.includes('erased')))
  t.like(bodyOf(await ana.agent.get(`/api/expenses?asOf=${before}&q=zucchini&totals=true`)), { count: 0 })
  t.deepEqual(bodyOf(await ana.agent.get(`/api/reports/spending?asOf=${before}`)), was.body)
  t.is(UserList.parse(JSON.parse(said[0] ?? '')).items[0]?.email, 'erased')

  const verified = await ana.agent.get('/api/audit/verify').expect(200)
  t.like(verified.body, { ok: true, events: await served.head() })
  t.deepEqual(await ledger.projections.check(), { ok: true, differences: [] })
  await ledger.projections.rebuild()
  t.deepEqual(await ledger.projections.check(), { ok: true, differences: [] })
})

const keeping = ['credentials', 'second_factors', 'recovery_codes', 'sessions', 'tokens', 'preferences', 'commands']

test('the database keeps no key, no secret and no claim of who was erased, and no word in any table', async (t) => {
  const served = await serveLedger()
  const { pool } = served.ledger
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  await turnOn(zoe)
  await makeToken(zoe)
  await zoe.agent.put(`/api/users/${zoe.id}/preferences`).send({ theme: 'dark' }).expect(200)
  await zoe.agent.post('/api/categories').set('Idempotency-Key', 'a-key').send({ name: 'Zucchini' }).expect(201)
  const count = async (sql: string, values: unknown[] = [zoe.id]) =>
    ((await pool.query(sql, values)) as unknown as [[{ n: number }]])[0][0].n
  const keptIn = (table: string) => count(`select count(*) as n from ${table} where user_id = ?`)
  for (const table of keeping) t.true((await keptIn(table)) > 0, table)
  await served.ledger.projections.rebuild(undefined, { keep: true })
  t.true((await tablesWith(served, words)).includes('users_old'))

  await erase(ana, zoe).expect(200)
  await served.ledger.projections.reached(await served.head(), ['users', 'categories', 'expenses'], 10_000)
  t.deepEqual(await tablesWith(served, words), [])
  for (const table of keeping) t.is(await keptIn(table), 0, table)
  t.is(await count('select count(*) as n from `keys` where owner = ?'), 0)
  t.is(await count('select count(*) as n from claims where stream = ?', [`user-${zoe.id}`]), 0)
  t.is(await count('select count(*) as n from claims where kind = ?', ['category-name']), 0)
  t.is(await count('select count(*) as n from claims where kind = ?', ['first-admin']), 1)
  await served.nobody().post('/api/users').send({ name: 'Me', email: 'me@example.com', password: PASSWORD }).expect(401)
})

test('a table that does not come to the erasure keeps no word either', async (t) => {
  const served = await serveLedger()
  const { pool, projections } = served.ledger
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  const names = ['users', 'categories', 'expenses'] as const
  await projections.reached(await served.head(), names, 10_000)
  // Nobody moves it from here on, as if it had stopped, or were about to be kept by a rebuild.
  await pool.query('update expenses_checkpoint set held_until = utc_timestamp(6) + interval 1 hour')
  t.true((await tablesWith(served, words)).includes('expenses'))

  await erase(ana, zoe).expect(200)
  t.deepEqual(await tablesWith(served, words), [])
  await pool.query('update expenses_checkpoint set held_until = null')
  await projections.reached(await served.head(), names, 10_000)
  t.deepEqual(await projections.check(), { ok: true, differences: [] })
})

/** The tables in which any of `wanted` stands, in whatever case. */
async function tablesWith({ adminUrl }: Served, wanted: readonly string[]): Promise<string[]> {
  const database = await createConnection(adminUrl)
  const [tables] = await database.query<RowDataPacket[]>('show tables')
  const found: string[] = []
  for (const name of tables.map((row) => String(Object.values(row)[0]))) {
    const [rows] = await database.query<RowDataPacket[]>(`select * from \`${name}\``)
    const text = rows.flatMap((row) => Object.values(row).map(String)).join('\n')
    if (wanted.some((word) => text.toLowerCase().includes(word.toLowerCase()))) found.push(name)
  }
  await database.end()
  return found
}

test('another process that has the key in mind does not use it any more', async (t) => {
  const served = await serveLedger()
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  const other = await openLedger(served.adminUrl)
  t.teardown(() => other.close())
  const stream = expenseStream(zoe.expense.id)
  t.like((await other.log.readStream(stream))[0]?.event, { description: 'Zeppelin' })
  await erase(ana, zoe).expect(200)
  t.like((await other.log.readStream(stream))[0]?.event, { description: 'erased' })
})

test('what was cut short after the event is made up for', async (t) => {
  const served = await serveLedger(({ erasures }) => ({
    erasures: { ...erasures, finish: () => Promise.reject(new Error('This process ends here')) },
  }))
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  await erase(ana, zoe).expect(500)
  const stream = expenseStream(zoe.expense.id)
  t.like((await served.ledger.log.readStream(stream))[0]?.event, { description: 'Zeppelin' })
  await served.erasures.resume()
  t.like((await served.ledger.log.readStream(stream))[0]?.event, { description: 'erased' })
  t.deepEqual(served.erased, [zoe.id])
  await served.erasures.resume()
  t.deepEqual(served.erased, [zoe.id])
})

test('who was only asked to be erased keeps everything', async (t) => {
  const served = await serveLedger()
  const ana = await served.first()
  const zoe = await zoeIn(served, ana)
  await served.erasures.intend(zoe.id)
  await served.erasures.resume()
  t.like((await served.ledger.log.readStream(expenseStream(zoe.expense.id)))[0]?.event, { description: 'Zeppelin' })
})

test('of many who are erased at once each is forgotten', async (t) => {
  const served = await serveLedger()
  const ana = await served.first()
  const people = await Promise.all(Array.from({ length: 8 }, () => served.member(ana, { name: 'Zoe Zimmermann' })))
  const answers = await Promise.all(people.map((person) => erase(ana, person)))
  t.deepEqual(
    answers.map(({ status }) => status),
    people.map(() => 200),
  )
  t.is(await served.ledger.log.erasures(), 8)
})
