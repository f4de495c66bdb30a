import test from 'ava'
import { check } from './check.ts'
import { breaks, during, keeps } from './judged.ts'
import { append, asked, historyOf, logOf, rowAt, withRow } from './made.ts'

/** A lunch, what became of it, and a dinner. */
const log = logOf('a lunch', 'b lunch', 'c dinner')
const [a, b, c] = [append('a', 1, 2), append('b', 3, 4), append('c', 5, 6)]
const refused = { answer: { conflict: 'lunch' } }
const lost = { answer: null }

test('what was asked for later comes later', (t) => {
  keeps(t, log, [append('a', 1, 4), append('b', 1, 2), c])
  breaks(t, 'commit order', log, [append('a', 3, 4), append('b', 1, 2), c])
})

test('what was asked for after somebody had seen a position comes after it', (t) => {
  const seen = asked(4, { ask: 'head', answer: { head: 3 } })
  keeps(t, log, [a, b, append('c', 3, 6), seen])
  breaks(t, ['commit order', 'reads are right'], log, [a, b, append('c', 5, 6), seen])
})

test('what is in the log was asked for', (t) => {
  breaks(t, 'each command once', log, [a, c])
  const other = append('b', 3, 4, { events: [{ stream: 'supper', content: 'b 0', amount: 102 }], answer: null })
  breaks(t, 'each command once', log, [a, other, c], during('process killed'))
  const part = append('b', 3, 4, { events: [], answer: null })
  breaks(t, 'each command once', log, [a, part, c], during('process killed'))
})

test('a command is there in one piece', (t) => {
  const torn = logOf('a lunch', 'b dinner', 'a supper')
  breaks(t, 'each command once', torn, [append('a', 1, 4), append('b', 1, 4)])
})

test('a command that was refused, and never asked again, is not there', (t) => {
  const guards = [{ stream: 'lunch', version: 0 }]
  breaks(t, 'each command once', logOf('a lunch'), [append('a', 1, 2, { ...refused, guards })])
})

test('an event is there once, whatever command it is there under', (t) => {
  const twice = withRow(
    logOf('a lunch', 'b lunch'),
    2,
    rowAt(2, { version: 2, commandId: 'b', data: '{"amount":101}' }),
  )
  const retried = append('b', 3, 4, { events: [{ stream: 'lunch', content: 'b 0', amount: 101 }] })
  keeps(t, twice, [a, retried])
  const found = check(historyOf(twice, [a]))
  t.true(found.some(({ what }) => what === 'One event is there twice, at 1 and 2'))
})

test('what was answered is there, as it was answered', (t) => {
  const gone = logOf('a lunch')
  const placed = { position: 2, stream: 'lunch', version: 2, recordedAt: rowAt(2, {}).recordedAt }
  const told = (changes: object) => ({ answer: { appended: { position: 2, events: [{ ...placed, ...changes }] } } })
  breaks(t, 'answers are kept', gone, [a, append('b', 3, 4, told({}))])
  keeps(t, log, [a, append('b', 3, 4, told({})), c])
  for (const change of [
    { position: 1 },
    { stream: 'dinner' },
    { version: 3 },
    { recordedAt: rowAt(3, {}).recordedAt },
  ]) {
    breaks(t, 'answers are kept', log, [a, append('b', 3, 4, told(change)), c])
  }
})

test('a command that is asked again is answered as at first', (t) => {
  const first = { position: 3, events: [] }
  keeps(t, log, [a, b, append('b', 7, 8), c])
  breaks(t, 'answers are kept', log, [a, b, append('b', 7, 8, { answer: { appended: first } }), c])
  const guards = [{ stream: 'lunch', version: 1 }]
  breaks(t, 'answers are kept', log, [a, b, append('b', 7, 8, { guards, ...refused }), c])
  keeps(t, log, [a, append('b', 3, 5), append('b', 4, 7, { guards, ...refused }), c])
})

test('what was not answered is there, or is not', (t) => {
  keeps(t, log, [a, b, append('c', 5, 6, lost)], during('process killed'))
  keeps(t, logOf('a lunch', 'b lunch'), [a, b, append('c', 5, 6, lost)], during('process killed'))
})
