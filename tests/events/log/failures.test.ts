import { randomBytes } from 'node:crypto'
import test from 'ava'
import { createConnection } from 'mysql2/promise'
import { Unavailable } from '../../../src/events/log/append.ts'
import { openCommitter } from '../../../src/events/log/committer.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { openKeys } from '../../../src/events/log/keys.ts'
import { edgeAt } from '../../../src/events/log/merkle/edge.ts'
import { noLeaves } from '../../../src/events/log/merkle/tree.ts'
import { toRequest } from '../../../src/events/log/request.ts'
import { writeBatch } from '../../../src/events/log/statements.ts'
import { isPassing, isStale } from '../../../src/events/log/faults.ts'
import { lunch, lunchAmended, lunchRecorded } from '../../examples.ts'
import { appendOf, at, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'
import { isSound } from './sound.ts'

const WAITING = `select 1 from information_schema.processlist
  where db = database() and id <> connection_id() and command = 'Query' and info like ?`
/** Whether an instant, in microseconds, has gone by on the server's own clock. */
const OLDER = 'select 1 from dual where unix_timestamp(sysdate(6)) * 1e6 > ?'

test('a connection that was cut between two appends is opened again', async (t) => {
  const fresh = await freshLog(t)
  const { position } = await fresh.log.append(appendOf([lunchRecorded]))
  t.is(await fresh.cutWriters(), 1)
  await fresh.log.append(appendOf([lunchAmended], { guards: [at(expenseStream(lunch), 1, position)] }))
  t.is(await fresh.cutWriters(), 1)
  // One that memory does not suffice for.
  await fresh.log.append(appendOf([expense()], { guards: [at(expenseStream(lunch), 2, 0)] }))
  t.is((await isSound(t, fresh)).length, 3)
})

test('what was answered while connections were cut is there, and nothing twice', async (t) => {
  const fresh = await freshLog(t)
  const writers = [fresh.log, await fresh.another()]
  const append = async (caller: number) => (await writers[caller % 2]!.append(appendOf([expense()]))).position
  let cut = 0
  const answered = await Promise.all(
    Array.from({ length: 20 }, async (_, caller) => {
      const positions = []
      for (let round = 0; round < 25; round++) {
        // While the others have their appends under way.
        if (caller < 2) cut += await fresh.cutWriters()
        positions.push(await append(caller))
      }
      return positions
    }),
  )
  t.true(cut >= 25, `Only ${cut} connections were cut`)
  const events = await isSound(t, fresh)
  t.deepEqual(
    answered.flat().sort((a, b) => a - b),
    events.map(({ position }) => position),
  )
})

test('whoever has the head locked is waited for', async (t) => {
  const fresh = await freshLog(t)
  const { log, url, rows } = fresh
  await log.append(appendOf([expense()]))
  const holder = await createConnection({ uri: url })
  t.teardown(() => holder.end())
  await holder.query('start transaction')
  await holder.query('select * from log_head for update')
  const waiting = log.append(appendOf([expense()]))
  while ((await rows(WAITING, ['%update log_head%'])).length === 0);
  t.is((await log.head()).position, 1)
  await holder.query('rollback')
  t.is((await waiting).position, 2)
})

test('whoever has the head locked for long is waited for again', async (t) => {
  const { log, url, rows } = await freshLog(t)
  await log.append(appendOf([expense()]))
  const holder = await createConnection({ uri: url })
  t.teardown(() => holder.end())
  await holder.query('start transaction')
  await holder.query('select * from log_head for update')
  const waiting = log.append(appendOf([expense()]))
  // The usual way has timed out once the careful one waits.
  while ((await rows(WAITING, ['select%from log_head%for update%'])).length === 0);
  await holder.query('rollback')
  t.is((await waiting).position, 2)
})

test('a deadlock is tried again', async (t) => {
  const fresh = await freshLog(t)
  const { log, url, rows } = fresh
  const claim = { kind: 'email', value: 'ana@example.org' } as const
  const take = [{ claim, stream: expenseStream(lunch) }]
  await log.append(appendOf([expense()], { take }))
  const [held] = await rows<{ value: Buffer }>('select value from claims')
  await log.append(appendOf([expense()], { release: [claim] }))

  const holder = await createConnection({ uri: url })
  t.teardown(() => holder.end())
  await holder.query('start transaction')
  await holder.query("insert into claims (kind, value, stream) values ('email', ?, 'somebody')", [held?.value])
  // Whoever has written less is the one whose transaction ends.
  const many = Array.from({ length: 500 }, (_, index) => ['many', randomBytes(32), `${index}`])
  await holder.query('insert into claims (kind, value, stream) values ?', [many])
  const waiting = log.append(appendOf([expense()], { take }))
  while ((await rows(WAITING, ['%insert into claims%'])).length === 0);
  await holder.query('update log_head set position = position where id = 1')
  await holder.query('rollback')
  t.is((await waiting).position, 3)
  t.is((await log.holder(claim)).stream, expenseStream(lunch))
  await isSound(t, fresh)
})

test('what passes is known from what does not', (t) => {
  const answer = (errno: number) => ({ errno, sqlState: 'HY000' })
  for (const errno of [1205, 1213, 1040, 1053, 1290, 1927, 1114, 1021]) t.true(isPassing(answer(errno)), `${errno}`)
  for (const errno of [1062, 1048, 1064, 1146, 1406, 1044]) t.false(isPassing(answer(errno)), `${errno}`)
  for (const code of ['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'])
    t.true(isPassing({ code }), code)
  for (const error of [new Error('ours'), undefined, null, 'text', { errno: 1205 }]) t.false(isPassing(error))
})

test('a database that cannot be reached is told to those who append', async (t) => {
  const { pool } = await freshLog(t)
  const request = await toRequest(appendOf([expense()]), await openKeys(pool))
  const url = 'mysql://root@localhost/nowhere?socketPath=/nowhere/s.sock'
  const committer = openCommitter({ url, onCommit: () => t.fail(), patience: 100 })
  t.teardown(() => committer.close())
  const [outcome] = await committer.commit([request])
  t.true(outcome && 'refused' in outcome && outcome.refused instanceof Unavailable)
})

/** What the writer sends to move the head by one, with nothing to insert. */
function moveHead(from: number, recordedAt: number): string {
  return writeBatch(from, { position: from + 1, recordedAt, edge: edgeAt(noLeaves) }, [], []).join(';')
}

test('the head does not move from where it is not, nor at an instant that is too old', async (t) => {
  const { url, rows } = await freshLog(t)
  const writer = await createConnection({ uri: url, multipleStatements: true })
  t.teardown(() => writer.end())
  await writer.query("set sql_mode = 'STRICT_ALL_TABLES', time_zone = '+00:00'")
  const now = Date.now() * 1000
  const seconds = 1_000_000
  const elsewhere = await t.throwsAsync(writer.query(moveHead(5, now)))
  const late = await t.throwsAsync(writer.query(moveHead(0, now - 4 * seconds)))
  for (const error of [elsewhere, late]) t.true(isStale(error) && !isPassing(error))
  t.like(await rows('select position from log_head'), [{ position: 0 }])
  await writer.query(moveHead(0, now - 1 * seconds))
  t.like(await rows('select position from log_head'), [{ position: 1 }])
})

test('an instant that becomes too old while it waits for the head is refused', async (t) => {
  const { url, rows } = await freshLog(t)
  const [holder, writer] = [
    await createConnection({ uri: url }),
    await createConnection({ uri: url, multipleStatements: true }),
  ]
  t.teardown(() => Promise.all([holder.end(), writer.end()]))
  await writer.query("set sql_mode = 'STRICT_ALL_TABLES', time_zone = '+00:00'")
  await holder.query('start transaction')
  await holder.query('select * from log_head for update')
  const instant = Date.now() * 1000 - 2_500_000
  const waiting = writer.query(moveHead(0, instant))
  const refused = t.throwsAsync(waiting)
  while ((await rows(WAITING, ['%update log_head%'])).length === 0);
  while ((await rows(OLDER, [instant + 3_000_000])).length === 0);
  await holder.query('rollback')
  t.true(isStale(await refused))
})
