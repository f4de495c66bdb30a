import test from 'ava'
import { cookieOf, listen } from './listening.ts'
import { addCategory, fieldsOf, record, serveLedger, since, type Person } from './served.ts'

const { address, head, nobody, first, member } = await serveLedger()
const ana = await first()

const hearing = async (t: Parameters<typeof listen>[0], who: Person, last?: number) => {
  return listen(t, address, await cookieOf(address, who), last === undefined ? {} : { 'Last-Event-ID': `${last}` })
}
const positionOf = (answer: { since: { 'Ledger-Position': string } }) => Number(answer.since['Ledger-Position'])

test.serial('what happens is told as it happens: one’s own to a member, everything to an admin', async (t) => {
  const [ben, carl] = [await member(ana), await member(ana)]
  const [bens, anas] = [await hearing(t, ben), await hearing(t, ana)]
  const food = await addCategory(ben)
  const foreign = await record(carl)
  const lunch = await record(ben)
  const own = [
    { position: positionOf(food), type: 'CategoryAdded', stream: `category-${food.id}`, userId: ben.id },
    { position: positionOf(lunch), type: 'ExpenseRecorded', stream: `expense-${lunch.id}`, userId: ben.id },
  ]
  t.deepEqual(await bens.next(2), own as never)
  const all = await anas.next(4)
  t.deepEqual(
    all.map(({ position }) => position),
    [positionOf(food), positionOf(foreign) - 1, positionOf(foreign), positionOf(lunch)],
  )
  t.deepEqual(
    all.filter(({ userId }) => userId === ben.id),
    own as never,
  )
})

test('whoever comes back is told what happened meanwhile, each thing once', async (t) => {
  const ben = await member(ana)
  const before = await hearing(t, ben)
  const heard = positionOf(await record(ben))
  t.is((await before.next(2)).at(-1)?.position, heard)
  before.leave()
  const missed = positionOf(await record(ben))
  const after = await hearing(t, ben, heard)
  const [one] = await after.next()
  const last = positionOf(await record(ben))
  const [other] = await after.next()
  t.deepEqual([one?.position, other?.position], [missed, last])
})

test.serial('a position to come back to is known from the beginning', async (t) => {
  const ben = await member(ana)
  const before = await hearing(t, ben)
  const [, id] = /^retry: \d+\nid: (\d+)$/.exec(before.first ?? '') ?? []
  t.is(Number(id), await head())
  before.leave()
  const missed = positionOf(await record(ben))
  const after = await hearing(t, ben, Number(id))
  t.is((await after.next(2)).at(-1)?.position, missed)
})

test('from the very first event on, while more is appended, nothing is missed or told twice', async (t) => {
  const { address, ledger, head, first } = await serveLedger()
  const dora = await first()
  const cookie = await cookieOf(address, dora)
  const record100 = async () => void (await Promise.all(Array.from({ length: 100 }, () => record(dora))))
  for (let time = 0; time < 12; time++) await record100()
  const known = await head()
  t.true(known > 1_200)
  const listening = await Promise.all(
    [0, 1, 700, known].map((last) => listen(t, address, cookie, { 'Last-Event-ID': `${last}` })),
  )
  await record100()
  const log = await ledger.log.readAfter(0, 10_000, { columns: ['stream'] })
  t.is(log.length, await head())
  for (const [index, last] of [0, 1, 700, known].entries()) {
    const told = await listening[index]!.next(log.length - last)
    t.deepEqual(
      told.map(({ position, stream }) => ({ position, stream: stream as never })),
      log.slice(last),
    )
  }
})

test('a page is told first what happened since what it shows, and then what it was told last', async (t) => {
  const ben = await member(ana)
  const cookie = await cookieOf(address, ben)
  const shown = await head()
  const missed = positionOf(await record(ben))
  const listening = await listen(t, address, cookie, {}, `?after=${shown}`)
  t.deepEqual(
    (await listening.next(2)).map(({ position }) => position),
    [missed - 1, missed],
  )
  const again = await listen(t, address, cookie, { 'Last-Event-ID': `${missed - 1}` }, `?after=${shown}`)
  t.is((await again.next())[0]?.position, missed)
})

test('a page that is far behind, or ahead of a ledger that was restored, reads again', async (t) => {
  const { address, head, first } = await serveLedger()
  const dora = await first()
  const cookie = await cookieOf(address, dora)
  await Promise.all(Array.from({ length: 501 }, () => record(dora)))
  const known = await head()
  const isTold = async (after: number) => (await listen(t, address, cookie, {}, `?after=${after}`)).second()
  t.true((await isTold(known - 500))?.startsWith(`id: ${known - 499}\ndata: `))
  for (const after of [known - 501, known + 1]) {
    t.is(await isTold(after), `event: behind\ndata: {"position":${known}}`)
  }
})

test('after a position that the log has not come to, it goes on from the head', async (t) => {
  const ben = await member(ana)
  const listening = await hearing(t, ben, 999_999_999)
  const lunch = await record(ben)
  t.is((await listening.next(2)).at(-1)?.position, positionOf(lunch))
})

test('it ends at sign-out, in whatever browser the others stay open', async (t) => {
  const ben = await member(ana)
  const [one, other] = [await cookieOf(address, ben), await cookieOf(address, ben)]
  const [ending, going] = [await listen(t, address, one), await listen(t, address, other)]
  await fetch(`${address}/api/session`, { method: 'DELETE', headers: { cookie: one } })
  t.deepEqual(await ending.rest(), [])
  await record(ben)
  t.is((await going.next(2)).length, 2)
})

test('it ends when the session does, and does not keep it alive', async (t) => {
  const { address, ledger, first, member } = await serveLedger()
  const ana = await first()
  for (const column of ['expires_at', 'seen_at']) {
    const ben = await member(ana)
    const listening = await listen(t, address, await cookieOf(address, ben))
    const days = column === 'seen_at' ? 14 : 90
    await ledger.pool.query(`update sessions set ${column} = ${column} - interval ? day where user_id = ?`, [
      days,
      ben.id,
    ])
    t.deepEqual(await listening.rest(), [])
  }
})

test('a deletion is the last that its user is told', async (t) => {
  const ben = await member(ana)
  const listening = await hearing(t, ben)
  await record(ben)
  const deleted = await ana.agent.delete(`/api/users/${ben.id}`).expect(200)
  const told = await listening.rest()
  t.deepEqual(
    told.map(({ type }) => type),
    ['CategoryAdded', 'ExpenseRecorded', 'UserDeleted'],
  )
  t.is(told.at(-1)?.position, Number(since(deleted)['Ledger-Position']))
})

test('who is admin no longer is told nothing more of others, and comes back as a member', async (t) => {
  const [carl, ben] = [await member(ana, { role: 'admin' }), await member(ana)]
  const listening = await hearing(t, carl)
  await Promise.all([
    ...Array.from({ length: 20 }, () => record(ben)),
    carl.agent.patch(`/api/users/${carl.id}`).send({ role: 'member' }).expect(200),
    ...Array.from({ length: 20 }, () => record(ben)),
  ])
  const told = await listening.rest()
  const last = told.at(-1)
  t.is(last?.type, 'UserChanged')
  t.deepEqual(
    told.map(({ position }) => position),
    Array.from(told, (_, index) => last!.position - told.length + 1 + index),
  )
  const again = await hearing(t, carl, last?.position)
  const own = await record(carl)
  t.deepEqual(
    (await again.next(2)).map(({ position }) => position),
    [positionOf(own) - 1, positionOf(own)],
  )
})

test('what changed about somebody before they came back ends nothing', async (t) => {
  const carl = await member(ana)
  const before = await head()
  for (const role of ['admin', 'member']) await ana.agent.patch(`/api/users/${carl.id}`).send({ role }).expect(200)
  const listening = await hearing(t, carl, before)
  await record(carl)
  t.deepEqual(
    (await listening.next(4)).map(({ type }) => type),
    ['UserChanged', 'UserChanged', 'CategoryAdded', 'ExpenseRecorded'],
  )
})

test('it passes through proxies as it is', async (t) => {
  const { answer } = await hearing(t, ana)
  t.is(answer.status, 200)
  t.is(answer.headers.get('Content-Type'), 'text/event-stream; charset=utf-8')
  t.is(answer.headers.get('Cache-Control'), 'no-store')
  t.is(answer.headers.get('X-Accel-Buffering'), 'no')
  t.is(answer.headers.get('Content-Encoding'), null)
})

test('a look at its headers alone ends', async (t) => {
  const answer = await fetch(`${address}/api/live`, {
    method: 'HEAD',
    headers: { cookie: await cookieOf(address, ana) },
  })
  t.is(answer.headers.get('Content-Type'), 'text/event-stream; charset=utf-8')
  t.is(await answer.text(), '')
})

test('nobody listens unasked, and nonsense is refused', async (t) => {
  await nobody().get('/api/live').expect(401)
  for (const last of ['-1', '1.5', 'x', '1 2', '1'.repeat(16)]) {
    const answer = await ana.agent.get('/api/live').set('Last-Event-ID', last).expect(422)
    t.deepEqual(fieldsOf(answer), ['Last-Event-ID'])
  }
  for (const [search, field] of [
    ['user=all', 'user'],
    ['after=-1', 'after'],
    ['after=', 'after'],
  ]) {
    const answer = await ana.agent.get(`/api/live?${search}`).expect(422)
    t.deepEqual(fieldsOf(answer), [field])
  }
})
