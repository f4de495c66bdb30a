import test from 'ava'
import type { FinalLog, ReadQuestion, Sight } from './history.ts'
import { breaks, during, keeps } from './judged.ts'
import { append, asked, logOf, sightsOf } from './made.ts'

/** A lunch, what became of it, and a dinner. */
const log = logOf('a lunch', 'b lunch', 'c dinner')
const all = [append('a', 1, 2), append('b', 3, 4), append('c', 5, 6)]
const sees = (...positions: number[]) => sightsOf(log, ...positions)

function read(second: number, question: Partial<ReadQuestion>, events: Sight[], head?: number) {
  return asked(second, { ask: 'read', after: 0, ...question, answer: { events, ...(head !== undefined && { head }) } })
}

test('a read sees all that was told before it, in order', (t) => {
  keeps(t, log, [...all, read(7, { limit: 10 }, sees(1, 2, 3))])
  for (const positions of [
    [1, 2],
    [1, 3],
    [2, 1, 3],
    [1, 2, 2, 3],
  ]) {
    breaks(t, 'reads are right', log, [...all, read(7, { limit: 10 }, sees(...positions))])
  }
})

test('a read that begins before an answer may see it, or not', (t) => {
  for (const positions of [[1], [1, 2]]) keeps(t, log, [...all, read(3.2, { limit: 10 }, sees(...positions))])
  breaks(t, 'reads are right', log, [...all, read(3.2, { limit: 10 }, sees())])
})

test('a read sees nothing that was not asked for yet', (t) => {
  breaks(t, ['commit order', 'reads are right'], log, [...all, read(3.2, { limit: 10 }, sees(1, 2, 3))])
})

test('a read sees what it asked for, and no more', (t) => {
  keeps(t, log, [...all, read(7, { limit: 2 }, sees(1, 2)), read(7, { after: 2, limit: 1 }, sees(3))])
  keeps(t, log, [...all, read(7, { limit: 10, upTo: 2 }, sees(1, 2)), read(7, { limit: 10, userId: 'ben' }, [])])
  breaks(t, 'reads are right', log, [...all, read(7, { limit: 1 }, sees(1, 2))])
  breaks(t, 'reads are right', log, [...all, read(7, { limit: 10, upTo: 2 }, sees(1, 2, 3))])
  breaks(t, 'reads are right', log, [...all, read(7, { limit: 10, userId: 'ben' }, sees(1))])
})

test('a stream is seen as it was when the head was where it was seen', (t) => {
  const lunch = { streams: ['lunch'] }
  keeps(t, log, [...all, read(7, lunch, sees(1, 2), 3), read(2.5, lunch, sees(1), 1)])
  keeps(t, log, [...all, read(7, { streams: ['lunch', 'dinner'] }, sees(1, 2, 3), 3)])
  breaks(t, 'reads are right', log, [...all, read(7, lunch, sees(1), 3)])
  breaks(t, 'reads are right', log, [...all, read(5, lunch, sees(1), 1)])
})

test('an event is seen as it is in the log, and as it was asked for', (t) => {
  const [[position, surroundings, content]] = sees(1) as [Sight]
  breaks(t, 'reads are right', log, [...all, read(7, { limit: 1 }, [[position, 'other', content]])])
  breaks(t, 'reads are right', log, [...all, read(7, { limit: 1 }, [[position, surroundings, 'other']])])
})

test('the head is not behind what was told', (t) => {
  const head = (second: number, position: number, woken?: true) => {
    return asked(second, { ask: 'head', ...(woken && { woken }), answer: { head: position } })
  }
  keeps(t, log, [...all, head(7, 3), head(3.2, 1), head(3.2, 2), head(7, 2, true)])
  breaks(t, 'reads are right', log, [...all, head(7, 2)])
  breaks(t, ['commit order', 'reads are right'], log, [...all, head(3.2, 3, true)])
})

test('who holds a claim is told as it was', (t) => {
  const final: FinalLog = { ...log, claims: [{ kind: 'email', stream: 'ana' }] }
  const taking = [append('a', 1, 2, { take: [{ claim: 'email x', stream: 'ana' }] }), ...all.slice(1)]
  const holder = (stream: string | null) => {
    return asked(7, { ask: 'holder', claim: 'email x', answer: { head: 3, holder: stream } })
  }
  const others = (remain: boolean) => asked(7, { ask: 'others', claim: 'email y', answer: { head: 3, remain } })
  keeps(t, final, [...taking, holder('ana'), others(true)])
  for (const wrong of [holder(null), holder('ben'), others(false)])
    breaks(t, 'reads are right', final, [...taking, wrong])
})

test('who holds a claim may be told a moment ahead of the head that is named, not ahead of the answer', (t) => {
  const final: FinalLog = { ...log, claims: [] }
  const moved = [
    append('a', 1, 2, { take: [{ claim: 'email x', stream: 'ana' }] }),
    append('b', 3, 4, { release: ['email x'] }),
    ...all.slice(2),
  ]
  const holder = (second: number, head: number, stream: string | null) => {
    return asked(second, { ask: 'holder', claim: 'email x', answer: { head, holder: stream } })
  }
  const others = (second: number, head: number, remain: boolean) => {
    return asked(second, { ask: 'others', claim: 'email y', answer: { head, remain } })
  }
  keeps(t, final, [...moved, holder(3.5, 1, 'ana'), holder(3.5, 1, null), others(3.5, 1, true), others(3.5, 1, false)])
  const early = [holder(2.2, 1, null), others(2.2, 1, false)]
  const late = [holder(7, 3, 'ana'), others(7, 3, true)]
  for (const wrong of [...early, ...late]) breaks(t, 'reads are right', final, [...moved, wrong])
})

test('the same question as of the same position has one answer', (t) => {
  const question = { limit: 10, upTo: 2 }
  keeps(t, log, [...all, read(4.5, question, sees(1, 2)), read(7, question, sees(1, 2))])
  const rewritten: Sight[] = [[1, 'other', 'other'], ...sees(2)]
  breaks(t, ['reads are right', 'as of stays the same'], log, [
    ...all,
    read(4.5, question, rewritten),
    read(7, question, sees(1, 2)),
  ])
})

test('a follower goes on from the one number that it remembers, to the end', (t) => {
  const step = (second: number, after: number, ...positions: number[]) => {
    return read(second, { after, limit: 2, follower: 'f' }, sees(...positions))
  }
  keeps(t, log, [...all, step(3, 0, 1), step(7, 1, 2, 3), step(8, 3)])
  const rule = 'followers see everything once'
  breaks(t, rule, log, [...all, step(3, 0, 1), step(7, 2, 3)])
  breaks(t, rule, log, [...all, step(7, 0, 1, 2), step(8, 1, 2, 3)])
  breaks(t, rule, log, [...all, step(7, 0, 1, 2)])
})

test('a follower that was killed in the middle of a step, or was told of an error, takes the step once more', (t) => {
  const follower = { ask: 'read', after: 0, limit: 3, follower: 'f' } as const
  const failed = asked(7, { ...follower, answer: { failed: 'away' } })
  keeps(t, log, [...all, failed, read(8, follower, sees(1, 2, 3))], during('database killed'))
})
