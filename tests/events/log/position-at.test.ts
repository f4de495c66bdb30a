import test from 'ava'
import { Instant, justBefore } from '../../../src/events/calendar.ts'
import { appendOf, expense } from './appends.ts'
import { freshLog } from './fresh-log.ts'

const instant = (text: string) => Instant.parse(text)

test('an instant is the last position that was recorded by then', async (t) => {
  const { log } = await freshLog(t)
  const placed = []
  for (const count of [1, 1, 3, 1, 5, 2]) {
    placed.push(...(await log.append(appendOf(Array.from({ length: count }, expense)))).events)
  }
  for (const { position, recordedAt } of placed) {
    t.is(await log.positionAt(recordedAt), position)
    t.is(await log.positionAt(justBefore(recordedAt)), position - 1)
  }
  t.is(await log.positionAt(instant('1000-01-01T00:00:00.000000Z')), 0)
  t.is(await log.positionAt(instant('9999-12-31T23:59:59.999999Z')), placed.length)
})

test('in an empty log every instant is before the first event', async (t) => {
  const { log } = await freshLog(t)
  t.is(await log.positionAt(instant('9999-12-31T23:59:59.999999Z')), 0)
})

test('where an event is missing, no position is guessed', async (t) => {
  const { log, rows } = await freshLog(t)
  const { events } = await log.append(appendOf([expense(), expense(), expense(), expense()]))
  await rows('delete from events where position = 2')
  await t.throwsAsync(log.positionAt(events[2]!.recordedAt), { message: /no event at position 2/ })
})
