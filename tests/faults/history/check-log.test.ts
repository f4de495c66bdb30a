import test from 'ava'
import { breaks, during, keeps } from './judged.ts'
import { append, asked, logOf, rowAt, withRow } from './made.ts'

/** A lunch, what became of it, and a dinner. */
const log = logOf('a lunch', 'b lunch', 'c dinner')
const [a, b, c] = [append('a', 1, 2), append('b', 3, 4), append('c', 5, 6)]
const all = [a, b, c]

test('commands one after the other are fine, and so are none', (t) => {
  keeps(t, log, all)
  keeps(t, logOf(), [])
})

test('positions have no gap, and the head is at the last', (t) => {
  const dinner = rowAt(4, { stream: 'dinner', commandId: 'c' })
  const gap = { ...log, events: [...log.events.slice(0, 2), dinner], head: dinner }
  breaks(t, 'positions are 1 to n', gap, all)
  breaks(t, 'positions are 1 to n', { ...log, head: { ...log.head, position: 4 } }, all)
  breaks(t, 'positions are 1 to n', { ...log, head: { ...log.head, position: 2 } }, all)
})

test('versions have no gap, and none is there twice', (t) => {
  for (const version of [1, 3]) {
    const wrong = rowAt(2, { stream: 'lunch', version, commandId: 'b' })
    breaks(t, 'versions are 1 to n', withRow(log, 2, wrong), all)
  }
})

test('instants rise, and the head’s is not before the last', (t) => {
  const { recordedAt } = rowAt(1, {})
  const wrong = rowAt(2, { stream: 'lunch', version: 2, commandId: 'b', recordedAt })
  breaks(t, 'instants rise', withRow(log, 2, wrong), all)
  breaks(t, 'instants rise', { ...log, head: { ...log.head, recordedAt } }, all)
})

test('an event is recorded between question and answer, or had to wait for up to three seconds', (t) => {
  keeps(t, log, [a, b, append('c', 5.9, 6.9)])
  breaks(t, 'instants are true', log, [a, b, append('c', 6.1, 6.9)])
  breaks(t, 'instants are true', log, [a, append('b', 1.5, 2), append('c', 2.5, 2.9)])
})

test('an instant is final once it is five seconds old, unless the database was frozen', (t) => {
  const sees = (second: number, head: number) => asked(second, { ask: 'head', answer: { head } })
  const late = append('c', 1, 12)
  keeps(t, log, [a, b, late, sees(7.9, 2)])
  breaks(t, 'instants become final', log, [a, b, late, sees(8.1, 2)])
  keeps(t, log, [a, b, late, sees(8.1, 3)])
  keeps(t, log, [a, b, late, sees(8.1, 2)], during('database frozen', 2.9, 8))
  breaks(t, 'instants become final', log, [a, b, late, sees(8.1, 2)], during('database frozen', 1, 2))
  breaks(t, 'instants become final', log, [a, b, late, sees(8.1, 2)], during('process frozen', 2.9, 8))
})

test('a hash is that of all that is told of an event', (t) => {
  const changes = [{ type: 'Other' }, { actorId: 'ben' }, { metadata: '{"a":1}' }, { hash: 'f'.repeat(64) }]
  for (const change of changes) breaks(t, 'hashes are right', withRow(log, 2, change), all)
})

test('what is stored as JSON is canonical', (t) => {
  const wrong = rowAt(2, { stream: 'lunch', version: 2, commandId: 'b', data: '{ "amount": 102 }' })
  breaks(t, 'hashes are right', withRow(log, 2, wrong), all)
})
