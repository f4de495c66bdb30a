import { readFileSync } from 'node:fs'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import test from 'ava'
import { newId } from '../../../../src/events/ids.ts'
import { BatchDone, ExpenseList, History, ImportPreview, type RowOutcome } from '../../../../src/web/api.ts'
import { cookieOf } from '../listening.ts'
import { fieldsOf, lunch, record, serveLedger, since, type Person } from '../served.ts'

/** What is read of a file is held against the ledger only once this has come. */
let held: Promise<unknown> | undefined
/** How many files are held against it just now, and how many ever were at once. */
let [open, most] = [0, 0]
const { address, first, member, nobody } = await serveLedger(({ projections }) => ({
  projections: {
    ...projections,
    likelyExpenses: async (...asked) => {
      most = Math.max(most, ++open)
      try {
        await held
        return await projections.likelyExpenses(...asked)
      } finally {
        open -= 1
      }
    },
  },
}))
const ana = await first()

const heading = 'date,description,category,amount,currency\n'
const coffee = '2026-11-04,Coffee,Food,3.20,EUR\n'
const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../samples', name))

function send({ agent }: Person, file: string | Buffer, query = '') {
  return agent.post(`/api/imports?${query}`).set('Content-Type', 'text/csv').send(file.toString())
}
async function look(person: Person, file: string | Buffer, query = '') {
  return ImportPreview.parse((await send(person, file, `preview=true&${query}`).expect(200)).body)
}
async function outcomes(person: Person, file: string, query = ''): Promise<RowOutcome[]> {
  return (await look(person, file, query)).rows.map(({ outcome }) => outcome)
}
async function imported(person: Person, file: string | Buffer, query = '') {
  const answer = await send(person, file, query).expect(200)
  return { ...BatchDone.parse(answer.body), since: since(answer) }
}
async function listed({ agent }: Person, after: Record<string, string>) {
  return ExpenseList.parse((await agent.get('/api/expenses?sort=date').set(after).expect(200)).body).items
}

test('a file is looked at without anything being recorded, then recorded as one batch, and taken back as one', async (t) => {
  const ben = await member(ana)
  t.like(await look(ben, sample('plain.csv')), { format: 'plain', counts: { new: 5 } })
  t.deepEqual(await listed(ben, {}), [])
  const { batch, count, since: after } = await imported(ben, sample('plain.csv'))
  t.is(count, 5)
  const items = await listed(ben, after)
  t.deepEqual(
    items.map(({ description, category, amount }) => `${description} ${category} ${amount}`),
    [
      'Lunch at the harbour Food 12.50',
      'Train, return Travel 1234',
      'Coffee Food 3.20',
      'Coffee Food 3.20',
      'Deposit returned Home -50.00',
    ],
  )
  const [entry] = History.parse((await ben.agent.get(`/api/expenses/${items[0]!.id}/history`).expect(200)).body)
  t.like(entry, { batch, origin: 'import', actor: { id: ben.id } })
  const back = await ben.agent.post(`/api/batches/${batch}/revert`).expect(200)
  t.like(back.body, { count: 5 })
  t.deepEqual(await listed(ben, since(back)), [])
})

test('an import that is repeated doubles nothing, with rows or without, and after a change', async (t) => {
  const ben = await member(ana)
  const once = await imported(ben, sample('plain.csv'))
  t.deepEqual(await look(ben, sample('plain.csv')).then(({ counts }) => counts.double), 5)
  for (const query of ['', 'rows=1-5', 'rows=3']) {
    const again = await imported(ben, sample('plain.csv'), query)
    t.deepEqual([again.batch, again.count], [null, 0], query)
  }
  const [lunchFound] = await listed(ben, once.since)
  await ben.agent
    .patch(`/api/expenses/${lunchFound!.id}`)
    .send({ description: 'Dinner', date: '2025-01-01' })
    .expect(200)
  t.deepEqual((await outcomes(ben, sample('plain.csv').toString())).slice(0, 1), ['double'])
})

test('of many imports of one file at once one records it', async (t) => {
  const ben = await member(ana)
  const done = await Promise.all(Array.from({ length: 4 }, () => imported(ben, sample('plain.csv'), 'rows=1-5')))
  t.deepEqual(done.map(({ count }) => count).sort(), [0, 0, 0, 5])
})

test('one file is read at a time, whoever else has to wait', async (t) => {
  const people = [await member(ana), await member(ana)]
  const asked = people.flatMap((one) => [look(one, sample('plain.csv')), imported(one, sample('plain.csv'))])
  await Promise.all(asked)
  t.is(most, 1)
})

test('identical rows are counted: the third in the file is new where two are in the ledger', async (t) => {
  const ben = await member(ana)
  const typed = { ...lunch, description: 'coffee ', date: '2026-11-04', amount: '3.2' }
  await record(ben, typed)
  await record(ben, typed)
  t.deepEqual(await outcomes(ben, heading + coffee.repeat(3)), ['double', 'double', 'new'])
  t.is((await imported(ben, heading + coffee.repeat(3))).count, 1)
  t.deepEqual(await outcomes(ben, heading + coffee.repeat(4)), ['double', 'double', 'double', 'new'])
  t.is((await imported(ben, heading + coffee.repeat(4))).count, 1)
  t.deepEqual((await imported(ben, heading + coffee.repeat(4))).batch, null)
})

test('the same amount a few days apart may be the same expense: told, and up to whoever imports it', async (t) => {
  const ben = await member(ana)
  const { id } = await record(ben, { ...lunch, date: '2026-11-02', description: 'Coffee with Eva', amount: '3.20' })
  const file = heading + coffee + coffee.replace('3.20', '3.30')
  const { rows } = await look(ben, file)
  t.like(rows[0], { outcome: 'possible', like: id, message: 'The same amount, 2 days apart: “Coffee with Eva”' })
  t.is(rows[1]?.outcome, 'new')
  t.is((await imported(ben, file, 'rows=2')).count, 1)
  t.deepEqual(await outcomes(ben, file), ['possible', 'double'])
  t.is((await imported(ben, file)).count, 1)
  t.deepEqual(await outcomes(ben, file), ['double', 'double'])
})

test('what was imported and deleted can be imported again', async (t) => {
  const ben = await member(ana)
  for (let times = 0; times < 3; times++) {
    const { batch, count } = await imported(ben, heading + coffee)
    t.is(count, 1)
    await ben.agent.post(`/api/batches/${batch}/revert`).expect(200)
  }
  const { rows } = await look(ben, heading + coffee)
  t.like(rows[0], { outcome: 'new', message: 'It was imported before, and deleted since' })
})

test('nothing is recorded while something has to be said, and all of that is named', async (t) => {
  const ben = await member(ana)
  t.deepEqual(fieldsOf(await send(ben, sample('mixed-dates.csv')).expect(422)), ['dateFormat'])
  t.deepEqual(fieldsOf(await send(ben, sample('mixed-dates.csv'), 'rows=1').expect(422)), ['dateFormat'])
  const bad = await send(ben, sample('bad-rows.csv')).expect(422)
  t.deepEqual(fieldsOf(bad), ['rows.2', 'rows.3', 'rows.4', 'rows.5', 'rows.6', 'rows.7'])
  t.regex(bad.text, /Line 3: amount: Expected an amount such as 1234\.56/)
  t.deepEqual(fieldsOf(await send(ben, sample('bad-rows.csv'), 'rows=1,2').expect(422)), ['rows.2'])
  t.deepEqual(fieldsOf(await send(ben, sample('bad-rows.csv'), 'rows=1,9').expect(422)), ['rows'])
  t.deepEqual(await listed(ben, {}), [])
  t.is((await imported(ben, sample('bad-rows.csv'), 'rows=1')).count, 1)
})

test('an editor imports into the ledger that is shared with them, a viewer does not', async (t) => {
  const [ben, eva, carl] = [await member(ana), await member(ana), await member(ana)]
  await ben.agent.post(`/api/users/${ben.id}/shares`).send({ userId: eva.id, role: 'editor' }).expect(201)
  await ben.agent.post(`/api/users/${ben.id}/shares`).send({ userId: carl.id, role: 'viewer' }).expect(201)
  const done = await imported(eva, heading + coffee, `user=${ben.id}`)
  t.is((await listed(ben, done.since)).length, 1)
  await send(carl, heading + coffee, `user=${ben.id}`).expect(403)
  await send(carl, heading + coffee, `user=${ben.id}&preview=true`).expect(403)
  await send(await member(ana), heading + coffee, `user=${ben.id}&preview=true`).expect(403)
})

test('only a CSV file of a bearable size is taken', async (t) => {
  const ben = await member(ana)
  const { agent } = ben
  await agent.post('/api/imports').set('Content-Type', 'application/json').send('{}').expect(415)
  await agent.post('/api/imports').expect(400)
  await nobody().post('/api/imports').set('Content-Type', 'text/csv').send(heading).expect(401)
  await agent.post('/api/imports').set('Content-Type', 'text/csv').set('If-Match', '"1"').send(heading).expect(422)
  const large = await send(ben, coffee.repeat(300_000), 'preview=true').expect(413)
  t.like(large.body, { detail: 'The body is larger than 8192 kB' })
  const many = await send(ben, heading + 'x\n'.repeat(1_000_001), 'preview=true').expect(413)
  t.regex(many.text, /more than 10,000 rows/)
  t.deepEqual(await listed(ben, {}), [])
})

/** Asks to be told how far it is. */
async function follow(person: Person, file: string | Buffer, query = '', signal?: AbortSignal) {
  const headers = { cookie: await cookieOf(address, person), accept: 'text/event-stream', 'content-type': 'text/csv' }
  const about = { method: 'POST', headers, body: file.toString(), ...(signal && { signal }) }
  return fetch(`${address}/api/imports?${query}`, about)
}

function many(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    return `2026-11-${day},Item ${index},Category ${index % 20},${index + 1}.00,EUR\n`
  })
  return heading + lines.join('')
}

test.serial('whoever asks for it is told how far recording is, row by row until all are stored at once', async (t) => {
  const told = await (await follow(await member(ana), many(600))).text()
  const steps = [...told.matchAll(/^data: {"step":"([\w-]+)","rows":(\d+),"of":(\d+)}$/gm)]
  // A category that is new is sealed as a row is.
  t.deepEqual(
    steps.map(([, ...step]) => step.join(' ')),
    ['reading 0 600', 'reading 500 600', 'looking-up 0 600', 'looking-up 500 600', 'sealing 500 620', 'storing 0 620'],
  )
  t.regex(told, /\n\nid: \d+\nevent: done\ndata: {"batch":"[\w-]{36}","count":600}\n\n$/)
})

test.serial(
  'for whoever goes away before all is stored nothing is recorded, and repeated it is recorded once',
  async (t) => {
    const ben = await member(ana)
    const [closed, gone] = [Promise.withResolvers<unknown>(), new AbortController()]
    subscribe('http.server.request.start', (message) => {
      const { response } = message as { response: ServerResponse }
      if (response.req.url === '/api/imports?rows=1-3') response.once('close', closed.resolve)
    })
    held = closed.promise
    const answer = await follow(ben, sample('plain.csv'), 'rows=1-3', gone.signal)
    t.is(answer.status, 200)
    gone.abort()
    await closed.promise
    held = undefined
    t.is((await imported(ben, sample('plain.csv'), 'rows=1-5')).count, 5)
    t.is((await imported(ben, sample('plain.csv'), 'rows=1-5')).count, 0)
  },
)

test.serial('what is refused after it has begun breaks off; asked plainly, it is said why', async (t) => {
  const ben = await member(ana)
  await t.throwsAsync((await follow(ben, sample('bad-rows.csv'))).text())
  t.is(fieldsOf(await send(ben, sample('bad-rows.csv')).expect(422)).length, 6)
  t.deepEqual(await listed(ben, {}), [])
})

test.serial('some thousand rows are one batch, also when it is asked again', async (t) => {
  const ben = await member(ana)
  const file = many(2_500)
  t.is((await look(ben, file)).counts.new, 2_500)
  const headers = { 'Idempotency-Key': newId() }
  const { batch, count } = BatchDone.parse((await send(ben, file).set(headers).expect(200)).body)
  t.is(count, 2_500)
  t.deepEqual((await send(ben, file).set(headers).expect(200)).body, { batch, count })
  t.is((await look(ben, file)).counts.double, 2_500)
})
