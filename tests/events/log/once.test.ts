import test from 'ava'
import { Conflict, type Append, type Remembered } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { ana, anaRegistered, ben, lunch, lunchAmended, lunchRecorded } from '../../examples.ts'
import { appendOf, at, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'
import { isSound } from './sound.ts'

const request = Buffer.alloc(32, 1)
const stream = expenseStream(lunch)
const remember: NonNullable<Append['remember']> = {
  userId: ana,
  key: 'a key',
  request,
  outcome: 201,
  stream,
  version: 1,
}

test('a command that is appended twice is there once, and is answered as at first', async (t) => {
  const fresh = await freshLog(t)
  const other = await fresh.another()
  const append = appendOf([lunchRecorded, lunchAmended, expense()])
  const first = await fresh.log.append(append)
  for (const writer of [fresh.log, other, fresh.log]) {
    t.deepEqual(await writer.append(append), first)
    await writer.append(appendOf([expense()]))
  }
  t.is((await isSound(t, fresh)).length, 6)
})

test('a command that is appended twice at once is there once, and both are answered the same', async (t) => {
  const fresh = await freshLog(t)
  await fresh.log.append(appendOf([anaRegistered]))
  const appends = Array.from({ length: 5 }, () => appendOf([expense(), expense()]))
  const answers = await Promise.all([...appends, ...appends, ...appends].map((append) => fresh.log.append(append)))
  for (const [index, answer] of answers.entries()) t.deepEqual(answer, answers[index % 5])
  t.is((await isSound(t, fresh)).length, 11)
})

test('a command that was refused can be appended again', async (t) => {
  const { log } = await freshLog(t)
  const append = appendOf([lunchAmended], { guards: [at(stream, 1, 1)] })
  await t.throwsAsync(log.append(append), { instanceOf: Conflict })
  await log.append(appendOf([lunchRecorded]))
  t.like(await log.append(append), { position: 2, events: [{ version: 2 }] })
})

test('a command that two writers append at once is there once, and both are answered the same', async (t) => {
  const fresh = await freshLog(t)
  const other = await fresh.another()
  for (let round = 0; round < 20; round++) {
    const append = appendOf([expense(), expense()])
    const [one, another] = await Promise.all([fresh.log.append(append), other.append(append)])
    t.deepEqual(one, another)
  }
  t.is((await isSound(t, fresh)).length, 40)
})

test('what is remembered of a request comes with its append', async (t) => {
  const { log, rows } = await freshLog(t)
  t.is(await log.remembered(ana, 'a key'), undefined)
  await log.append(appendOf([anaRegistered]))
  await log.append(appendOf([lunchRecorded], { remember, commandId: 'a command' }))
  t.deepEqual(await log.remembered(ana, 'a key'), {
    request,
    outcome: 201,
    commandId: 'a command',
    stream,
    version: 1,
    position: 2,
  } as Remembered)
  t.is(await log.remembered(ben, 'a key'), undefined)
  t.is(await log.remembered(ana, 'A key'), undefined)
  t.is(await log.remembered(ana, 'a key '), undefined)
  const [row] = await rows<{ late: number }>(
    'select abs(timestampdiff(second, recorded_at, utc_timestamp(6))) as late from commands',
  )
  t.true(row!.late < 60)
})

test('a request that appended nothing is remembered, too', async (t) => {
  const { log } = await freshLog(t)
  const { position } = await log.append(appendOf([lunchRecorded]))
  const append = appendOf([], { guards: [at(stream, 1, position)], remember: { ...remember, outcome: 200 } })
  t.deepEqual(await log.append(append), { position: 1, events: [] })
  t.like(await log.remembered(ana, 'a key'), { outcome: 200, stream, version: 1, position: 1 })
  await log.append(appendOf([expense()]))
  t.deepEqual(await log.append(append), { position: 1, events: [] })
})

test('a request that was refused is not remembered', async (t) => {
  const { log } = await freshLog(t)
  await log.append(appendOf([lunchRecorded]))
  await t.throwsAsync(log.append(appendOf([lunchRecorded], { remember })), { instanceOf: Conflict })
  t.is(await log.remembered(ana, 'a key'), undefined)
})

test('of two requests with one key the second is refused, so that it can be answered as the first', async (t) => {
  const fresh = await freshLog(t)
  const other = await fresh.another()
  await fresh.log.append(appendOf([expense()], { remember }))
  for (const writer of [fresh.log, other]) {
    await t.throwsAsync(writer.append(appendOf([expense()], { remember })), { instanceOf: Conflict })
  }
  await other.append(appendOf([expense()], { remember: { ...remember, userId: ben } }))
  t.is((await isSound(t, fresh)).length, 2)
})

for (const [where, choose] of [
  ['on one writer', (log: Log) => log],
  ['on two writers', (_log: Log, other: Log) => other],
] as const) {
  test(`of many requests with one key at once ${where} one takes place, and nobody waits for the others`, async (t) => {
    const fresh = await freshLog(t)
    const { log } = fresh
    const second = choose(log, await fresh.another())
    await log.append(appendOf([anaRegistered]))
    const racers = [log, log, second, second].map((writer) => writer.append(appendOf([expense()], { remember })))
    const bystander = log.append(appendOf([expense()]))
    const settled = await Promise.allSettled(racers)
    t.is(settled.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const outcome of settled) if (outcome.status === 'rejected') t.true(outcome.reason instanceof Conflict)
    await bystander
    t.is((await isSound(t, fresh)).length, 3)
  })
}

test('a key may be as long as HTTP allows, in any letters', async (t) => {
  const { log } = await freshLog(t)
  const keys = ['k'.repeat(200), 'ÿ'.repeat(200), '☕'.repeat(200), ' ', "'; drop table events; --"]
  for (const key of keys) await log.append(appendOf([expense()], { remember: { ...remember, key } }))
  for (const [index, key] of keys.entries()) t.is((await log.remembered(ana, key))?.position, index + 1)
})
