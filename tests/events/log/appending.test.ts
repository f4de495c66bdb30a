import test, { type ExecutionContext } from 'ava'
import { streamOf } from '../../../src/events/event.ts'
import { expenseStream } from '../../../src/events/expense.ts'
import { Conflict, type Appended } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import {
  ana,
  anaRegistered,
  ben,
  foodAdded,
  lunch,
  lunchAmended,
  lunchDeleted,
  lunchRecorded,
  travelAdded,
} from '../../examples.ts'
import { amendmentOf, appendOf, at, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'
import { isSound } from './sound.ts'

const lunchStream = expenseStream(lunch)

test('an empty log has no events and its head is 0', async (t) => {
  const fresh = await freshLog(t)
  t.deepEqual(await isSound(t, fresh), [])
  t.is((await fresh.log.head()).position, 0)
})

test('an append is answered with where its events are', async (t) => {
  const { log } = await freshLog(t)
  const first = await log.append(appendOf([anaRegistered]))
  const second = await log.append(appendOf([foodAdded, lunchRecorded, lunchAmended]))
  t.like(first, { position: 1, events: [{ position: 1, stream: `user-${ana}`, version: 1 }] })
  t.is(second.position, 4)
  t.like(second.events, [
    { position: 2, stream: streamOf(foodAdded), version: 1 },
    { position: 3, stream: lunchStream, version: 1 },
    { position: 4, stream: lunchStream, version: 2 },
  ])
  const stored = await log.readAfter(0, 10)
  t.deepEqual(
    stored.map(({ position, stream, version, recordedAt }) => ({ position, stream, version, recordedAt })),
    [...first.events, ...second.events],
  )
})

test('an event says by whom, why and as part of which command it was appended', async (t) => {
  const { log } = await freshLog(t)
  const metadata = { correlationId: 'request 7', origin: 'import' as const, batch: 'batch 1' }
  const append = appendOf([foodAdded, travelAdded], { actorId: ben, metadata })
  await log.append(append)
  await log.append(appendOf([lunchRecorded], { actorId: null }))
  const [food, travel, lunch] = await log.readAfter(0, 10)
  t.like(food, { event: foodAdded, actorId: ben, commandId: append.commandId, commandIndex: 0, metadata })
  t.like(travel, { event: travelAdded, actorId: ben, commandId: append.commandId, commandIndex: 1, metadata })
  t.like(lunch, { event: lunchRecorded, actorId: null, commandIndex: 0 })
})

test('many appends at once get positions 1 to n', async (t) => {
  const fresh = await freshLog(t)
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => fresh.log.append(appendOf(several(1 + (index % 3))))),
  )
  const events = await isSound(t, fresh)
  t.deepEqual(
    answers.flatMap((answer) => answer.events.map(({ position }) => position)).sort((a, b) => a - b),
    events.map(({ position }) => position),
  )
})

test('appends of two writers get positions 1 to n, and instants that only rise', async (t) => {
  const fresh = await freshLog(t)
  const writers = [fresh.log, await fresh.another()]
  await Promise.all(
    writers.map(async (log) => {
      for (let round = 0; round < 20; round++) {
        await Promise.all(Array.from({ length: 5 }, () => log.append(appendOf(several(2)))))
      }
    }),
  )
  t.is((await isSound(t, fresh)).length, 400)
})

test('a stream is appended to at the version that it was seen at', async (t) => {
  const { log } = await freshLog(t)
  const { position } = await log.append(appendOf([lunchRecorded]))
  const amended = await log.append(appendOf([lunchAmended], { guards: [at(lunchStream, 1, position)] }))
  t.like(amended.events, [{ version: 2 }])
  const stale = appendOf([lunchDeleted], { guards: [at(lunchStream, 1, position)] })
  await t.throwsAsync(log.append(stale), { instanceOf: Conflict, message: `Moved meanwhile: ${lunchStream}` })
  const early = appendOf([lunchDeleted], { guards: [at(lunchStream, 3, amended.position)] })
  await t.throwsAsync(log.append(early), { instanceOf: Conflict })
  t.is((await log.head()).position, 2)
})

test('a stream that must not exist does not', async (t) => {
  const { log, another } = await freshLog(t)
  const other = await another()
  await log.append(appendOf([lunchRecorded]))
  for (const writer of [log, other, log]) {
    await t.throwsAsync(writer.append(appendOf([lunchRecorded])), { instanceOf: Conflict })
  }
  await other.append(appendOf([foodAdded]))
  await t.throwsAsync(log.append(appendOf([foodAdded])), { instanceOf: Conflict })
  t.is((await log.head()).position, 2)
})

test('of many that race to be the first in a stream one wins', async (t) => {
  const fresh = await freshLog(t)
  await oneWins(t, fresh.log, await fresh.another(), () => appendOf([lunchRecorded]))
  t.is((await isSound(t, fresh)).length, 1)
})

test('of many that race for a version one wins', async (t) => {
  const fresh = await freshLog(t)
  const other = await fresh.another()
  let { position } = await fresh.log.append(appendOf([lunchRecorded]))
  for (let version = 1; version <= 20; version++) {
    const guards = [at(lunchStream, version, position)]
    const won = await oneWins(t, fresh.log, other, () => appendOf([lunchAmended], { guards }))
    t.is(won.events[0]?.version, version + 1)
    position = won.position
  }
  t.is((await isSound(t, fresh)).length, 21)
})

test('an append without events is answered with the head, and is not in the log', async (t) => {
  const { log } = await freshLog(t)
  const { position } = await log.append(appendOf([lunchRecorded]))
  t.deepEqual(await log.append(appendOf([], { guards: [at(lunchStream, 1, position)] })), { position: 1, events: [] })
  await t.throwsAsync(log.append(appendOf([], { guards: [at(lunchStream, 2, position)] })), { instanceOf: Conflict })
})

test('an append is a whole: if one of its streams has moved, none of it is there', async (t) => {
  const { log } = await freshLog(t)
  await log.append(appendOf([lunchRecorded]))
  await t.throwsAsync(log.append(appendOf([foodAdded, expense(), lunchRecorded])), { instanceOf: Conflict })
  t.is((await log.readAfter(0, 10)).length, 1)
})

test('what nobody may read is nowhere in plain', async (t) => {
  const { log, rows } = await freshLog(t)
  const claim = { kind: 'email', value: 'ana@example.org' } as const
  await log.append(appendOf([anaRegistered], { take: [{ claim, stream: `user-${ana}` }] }))
  await log.append(appendOf([foodAdded, lunchRecorded, lunchAmended]))
  const kept = JSON.stringify([
    await rows('select cast(data as char) as data, cast(metadata as char) as metadata from events'),
    await rows('select hex(value), value, cast(kind as char) as kind from claims'),
  ])
  for (const word of ['Prüfer', 'ana@example.org', 'Food', 'harbour', 'by the sea', 'lindqvist']) {
    for (const spelling of [word, Buffer.from(word).toString('hex'), Buffer.from(word).toString('base64')]) {
      t.false(kept.toLowerCase().includes(spelling.toLowerCase()), spelling)
    }
  }
  t.true(kept.includes('1250'))
})

test('texts of any language are read as they were written', async (t) => {
  const { log } = await freshLog(t)
  const texts = [
    'Café ☕',
    '👩‍👩‍👧‍👦',
    '\u202bקפה\u202c',
    'naïve\u0301',
    `it's "5 \\ 3" %_;--`,
    'tab\tand\nline',
    '𝒳 '.trim(),
  ]
  const lunches = texts.map((description) => ({ ...expense(), description }))
  const batch = texts.map((_, index) => `import of ${texts[index]}`)
  for (const [index, lunch] of lunches.entries()) {
    await log.append(appendOf([lunch], { metadata: { correlationId: 'x', origin: 'import', batch: batch[index]! } }))
  }
  const stored = await log.readAfter(0, 100)
  t.deepEqual(
    stored.map(({ event }) => event),
    lunches,
  )
  t.deepEqual(
    stored.map(({ metadata }) => metadata.batch),
    batch,
  )
})

test('whoever closes the log waits until everything is answered, and leaves no connection behind', async (t) => {
  const fresh = await freshLog(t)
  const log = await fresh.another()
  await log.append(appendOf([expense()]))
  const answers = []
  // Some are under way and some wait for their turn.
  for (let round = 0; round < 5; round++) {
    answers.push(...Array.from({ length: 20 }, () => log.append(appendOf([expense()]))))
    await new Promise(setImmediate)
  }
  await log.close()
  t.is((await isSound(t, fresh)).length, 101)
  await Promise.all(answers)
  while ((await fresh.cutWriters()) > 0) t.log('A connection is just being closed')
})

test('a text that has no canonical form is refused, and nothing of its append is there', async (t) => {
  const { log } = await freshLog(t)
  const half = { ...expense(), description: 'half \ud83d' }
  await t.throwsAsync(log.append(appendOf([foodAdded, half])), { instanceOf: TypeError })
  t.is((await log.head()).position, 0)
})

function several(count: number) {
  const first = expense()
  return [first, ...Array.from({ length: count - 1 }, () => amendmentOf(first))]
}

/** Ten appends at once on two writers: one is there, the others are refused. */
async function oneWins(
  t: ExecutionContext,
  log: Log,
  other: Log,
  append: () => ReturnType<typeof appendOf>,
): Promise<Appended> {
  const racers = Array.from({ length: 10 }, (_, index) => (index % 2 ? log : other).append(append()))
  const settled = await Promise.allSettled(racers)
  const won = settled.filter((outcome) => outcome.status === 'fulfilled')
  t.is(won.length, 1)
  for (const outcome of settled) if (outcome.status === 'rejected') t.true(outcome.reason instanceof Conflict)
  return won[0]!.value
}
