import test, { type ExecutionContext } from 'ava'
import { TooLarge } from '../../src/events/log/append.ts'
import { openLog } from '../../src/events/log/log.ts'
import { writersConnection } from '../../src/events/log/writers-connection.ts'
import { appendOf, expense } from '../events/log/appends.ts'
import { freshLog } from '../events/log/fresh-log.ts'
import { isSound } from '../events/log/sound.ts'
import { eventually } from './eventually.ts'
import { startProxy } from './proxy.ts'

const ways = ['in one trip', 'the careful way'] as const

/** A log of its own whose writer goes through a proxy, with an event in it; the next append goes `way`, as `batch`. */
async function throughProxy(t: ExecutionContext, way: (typeof ways)[number] = 'in one trip') {
  const fresh = await freshLog(t)
  const proxy = await startProxy(t, fresh.url)
  const through = await openLog({ url: proxy.url, pool: fresh.pool })
  t.teardown(() => through.close())
  await through.append(appendOf([expense()]))
  // What somebody else appended is not in this writer's mind: its one trip fails, and then it looks.
  if (way === 'the careful way') await fresh.log.append(appendOf([expense()]))
  const { position } = await fresh.log.head()
  const batch = new RegExp(`update log_head .* if\\(position = ${position},`, 's')
  const moved = () => eventually(async () => (await fresh.log.head()).position > position)
  return { ...fresh, proxy, through, batch, position, moved }
}

for (const way of ways) {
  test(`sent ${way}, a commit whose answer is lost is found and not made again`, async (t) => {
    const { proxy, through, batch, position, moved, ...fresh } = await throughProxy(t, way)
    proxy.next(batch, 'unanswered')
    const appending = through.append(appendOf([expense()]))
    await moved()
    t.true(proxy.cut() > 0)
    t.is((await appending).position, position + 1)
    t.is((await isSound(t, fresh)).length, position + 1)
  })

  test(`sent ${way}, a batch that never arrives is sent again`, async (t) => {
    const { proxy, through, batch, position, ...fresh } = await throughProxy(t, way)
    proxy.next(batch, 'lost')
    t.is((await through.append(appendOf([expense()]))).position, position + 1)
    await proxy.met()
    t.is((await isSound(t, fresh)).length, position + 1)
  })

  test(`sent ${way}, a batch that arrives after it was sent again counts once`, async (t) => {
    const { proxy, through, batch, position, ...fresh } = await throughProxy(t, way)
    proxy.next(batch, 'late')
    t.is((await through.append(appendOf([expense(), expense()]))).position, position + 2)
    await proxy.deliver()
    await through.append(appendOf([expense()]))
    t.is((await isSound(t, fresh)).length, position + 3)
  })
}

test('an append that a batch of others dies with counts once for each of them', async (t) => {
  const { proxy, through, batch, moved, ...fresh } = await throughProxy(t)
  proxy.next(batch, 'unanswered')
  const appends = Array.from({ length: 40 }, () => through.append(appendOf([expense()])))
  await moved()
  proxy.cut('goodbye')
  const positions = (await Promise.all(appends)).map(({ position }) => position)
  t.is(new Set(positions).size, 40)
  t.is((await isSound(t, fresh)).length, 41)
})

for (const how of ['reset', 'goodbye'] as const) {
  test(`connections that end by a ${how}, whatever goes on, cost nobody an append`, async (t) => {
    const { proxy, through, ...fresh } = await throughProxy(t)
    const answered: number[] = []
    const clients = Array.from({ length: 8 }, async () => {
      for (let count = 0; count < 25; count++) answered.push((await through.append(appendOf([expense()]))).position)
    })
    for (let cuts = 1; cuts <= 10; cuts++) {
      await eventually(async () => answered.length >= cuts * 15)
      proxy.cut(how)
    }
    await Promise.all(clients)
    const events = await isSound(t, fresh)
    t.deepEqual(
      answered.sort((a, b) => a - b),
      events.slice(1).map(({ position }) => position),
    )
  })
}

test('a writer that is never heard of again holds the head for seconds only', async (t) => {
  const { proxy, through, log, rows } = await throughProxy(t, 'the careful way')
  const [{ version } = { version: '' }] = await rows<{ version: string }>('select version() as version')
  if (!version.includes('MariaDB')) {
    t.pass('Only MariaDB ends a transaction for being idle')
    return
  }
  proxy.next(/select position.* from log_head .*for update/s, 'unanswered')
  const own = appendOf([expense()])
  // Its own process notices that nobody answers, and asks again, or else its caller does.
  const forgotten = through.append(own).catch(() => through.append(own))
  await proxy.met()
  t.is((await log.append(appendOf([expense()]))).position, 3)
  t.is((await forgotten).position, 4)
})

test('a statement that is larger than the server takes is refused at once, and the connection goes on', async (t) => {
  const { url, rows } = await freshLog(t)
  const [{ bytes } = { bytes: 0 }] = await rows<{ bytes: number }>('select @@max_allowed_packet as bytes')
  const connection = writersConnection(url)
  t.teardown(() => connection.close())
  await t.throwsAsync(connection.query(`select '${'x'.repeat(bytes)}'`), { instanceOf: TooLarge })
  await connection.query('start transaction; select 1; commit')
})
