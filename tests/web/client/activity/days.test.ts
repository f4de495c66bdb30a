import test from 'ava'
import type { AuditEntry } from '../../../../src/web/api.ts'
import { Instant } from '../../../../src/events/calendar.ts'
import { actorOf, countsOf, daysOf, newestOf } from '../../../../src/web/client/activity/days.ts'
import { ben } from '../../../examples.ts'
import { batch, lunchEntry } from './examples.ts'

const of = (position: number, more: Partial<AuditEntry> = {}): AuditEntry => ({ ...lunchEntry, position, ...more })
const saturday = Instant.parse('2026-11-21T12:00:00.000000Z')
const told = (entries: AuditEntry[], more = false) =>
  daysOf(entries, more).map(({ day, lines }) => [
    day,
    ...lines.map((line) => (line.kind === 'event' ? line.entry.position : [line.entries.length, line.whole])),
  ])

test('events stand under the day on which they were recorded', (t) => {
  t.deepEqual(told([of(3), of(2), of(1, { recordedAt: saturday })]), [
    ['2026-11-23', 3, 2],
    ['2026-11-21', 1],
  ])
})
test('what was asked for at once is one line', (t) => {
  t.deepEqual(told([of(4), of(3, { batch }), of(2, { batch }), of(1)]), [['2026-11-23', 4, [2, true], 1]])
})
test('a batch that the last ones are of may go on', (t) => {
  t.deepEqual(told([of(3, { batch }), of(2, { batch })], true), [['2026-11-23', [2, false]]])
  t.deepEqual(told([of(3, { batch }), of(2, { batch }), of(1)], true), [['2026-11-23', [2, true], 1]])
})
test('two batches are two lines, and a batch of one is an event', (t) => {
  const other = '01970000-0000-7000-8000-0000000ba7c5'
  const entries = [
    of(5, { batch }),
    of(4, { batch }),
    of(3, { batch: other }),
    of(2, { batch: other }),
    of(1, { batch }),
  ]
  t.deepEqual(told(entries), [['2026-11-23', [2, true], [2, true], 1]])
})
test('a batch is told by its newest event', (t) => {
  const [day] = daysOf([of(3, { batch }), of(2, { batch })], false)
  t.is(day?.lines.map(newestOf)[0]?.position, 3)
})
test('one name stands for a batch if one person is behind it', (t) => {
  t.deepEqual(actorOf([of(2), of(1)]), lunchEntry.actor)
  t.is(actorOf([of(2, { actor: null }), of(1, { actor: null })]), null)
  t.is(actorOf([of(2), of(1, { actor: { id: ben, name: 'Ben' } })]), undefined)
})
test('what there is most of is counted first', (t) => {
  const entries = [of(3, { type: 'CategoryAdded' }), of(2), of(1)]
  t.deepEqual(
    [...countsOf(entries)],
    [
      ['ExpenseRecorded', 2],
      ['CategoryAdded', 1],
    ],
  )
})
