import test from 'ava'
import type { Command, FinalLog } from './history.ts'
import { breaks, during, keeps } from './judged.ts'
import { append, asked, logOf } from './made.ts'

/** A lunch, what became of it, and a dinner. */
const log = logOf('a lunch', 'b lunch', 'c dinner')
const [a, b, c] = [append('a', 1, 2), append('b', 3, 4), append('c', 5, 6)]
const refused = { answer: { conflict: 'lunch' } }

const takes = (stream: string): Partial<Command> => ({ take: [{ claim: 'email x', stream }] })
const releases: Partial<Command> = { release: ['email x'] }
const heldBy = (...streams: string[]): FinalLog => ({
  ...log,
  claims: streams.map((stream) => ({ kind: 'email', stream })),
})

test('a stream was at the version that its command relied on', (t) => {
  const relying = (version: number) => append('b', 3, 4, { guards: [{ stream: 'lunch', version }] })
  keeps(t, log, [a, relying(1), c])
  for (const version of [0, 2]) breaks(t, 'guards hold', log, [a, relying(version), c])
  breaks(t, 'guards hold', log, [a, b, append('c', 5, 6, { guards: [{ stream: 'lunch', version: 1 }] })])
})

test('a claim was held by whom its command thought', (t) => {
  const relying = (holder: string | null) => append('b', 3, 4, { guards: [{ claim: 'email x', holder }] })
  const takers = (holder: string | null) => [append('a', 1, 2, takes('ana')), relying(holder), c]
  keeps(t, heldBy('ana'), takers('ana'))
  for (const holder of ['ben', null]) breaks(t, 'guards hold', heldBy('ana'), takers(holder))
})

test('another claim of the kind remained where its command relied on that', (t) => {
  const taking = (kind: string) => append('a', 1, 2, { take: [{ claim: `${kind} y`, stream: 'ana' }] })
  const relying = append('b', 3, 4, { guards: [{ others: 'email x' }] })
  keeps(t, heldBy('ana'), [taking('email'), relying, c])
  breaks(t, 'guards hold', { ...log, claims: [{ kind: 'admin', stream: 'ana' }] }, [taking('admin'), relying, c])
  breaks(t, 'guards hold', log, [a, relying, c])
})

test('a claim never has two holders', (t) => {
  breaks(t, 'one holder', heldBy('ben'), [append('a', 1, 2, takes('ana')), append('b', 3, 4, takes('ben')), c])
  const released = [append('a', 1, 2, takes('ana')), append('b', 3, 4, releases), append('c', 5, 6, takes('ben'))]
  keeps(t, heldBy('ben'), released)
})

test('in the end those hold claims who should', (t) => {
  const taken = [append('a', 1, 2, takes('ana')), b, c]
  keeps(t, heldBy('ana'), taken)
  for (const streams of [[], ['ben'], ['ana', 'ben']]) breaks(t, 'one holder', heldBy(...streams), taken)
})

test('a key is used once, and kept with what became of its command', (t) => {
  const kept = { key: 'ana k', commandId: 'b', request: '', outcome: 201, stream: 'lunch', version: 2, position: 2 }
  const keyed = [a, append('b', 3, 4, { key: 'ana k' }), c]
  keeps(t, { ...log, remembered: [kept] }, keyed)
  breaks(t, 'keys are used once', log, keyed)
  breaks(t, 'keys are used once', { ...log, remembered: [{ ...kept, position: 1 }] }, keyed)
  breaks(t, 'keys are used once', { ...log, remembered: [kept] }, [a, b, c])
  const loser = append('x', 7, 8, { key: 'ana k', guards: [{ stream: 'lunch', version: 0 }], ...refused })
  breaks(t, 'keys are used once', { ...log, remembered: [{ ...kept, commandId: 'x' }] }, [a, b, c, loser])
  breaks(t, 'keys are used once', { ...log, remembered: [kept] }, [
    ...keyed.slice(0, 2),
    append('c', 5, 6, { key: 'ana k' }),
  ])
})

test('a key that was looked up after its command was answered was found, as it is kept', (t) => {
  const kept = { key: 'ana k', commandId: 'b', request: '', outcome: 201, stream: 'lunch', version: 2, position: 2 }
  const found = { request: '', outcome: 201, stream: 'lunch', version: 2, position: 2 }
  const looked = (second: number, remembered: typeof found | null) => {
    const keyed = append('b', 3, 4, { key: 'ana k' })
    return [a, keyed, c, asked(second, { ask: 'remembered', key: 'ana k', answer: { remembered } })] as const
  }
  const final = { ...log, remembered: [kept] }
  keeps(t, final, looked(3.2, null))
  keeps(t, final, looked(7, found))
  breaks(t, 'keys are used once', final, looked(7, null))
  breaks(t, 'keys are used once', final, looked(7, { ...found, outcome: 200 }))
})

test('a command that changed nothing is kept, too, and relied on what was so', (t) => {
  const kept = { key: 'ana k', commandId: 'n', request: '', outcome: 200, stream: 'lunch', version: 2, position: 3 }
  const final = { ...log, remembered: [kept] }
  const nothing = (position: number, version = 2) => {
    const answer = { appended: { position, events: [] } }
    return append('n', 7, 8, { key: 'ana k', guards: [{ stream: 'lunch', version }], answer })
  }
  keeps(t, final, [a, b, c, nothing(3)])
  breaks(t, 'keys are used once', final, [a, b, c, nothing(2)])
  breaks(t, 'guards hold', final, [a, b, c, nothing(3, 1)])
})

test('nobody is refused without a reason', (t) => {
  const losing = (from: number, to: number, version: number) => {
    return append('x', from, to, { ...refused, guards: [{ stream: 'lunch', version }] })
  }
  keeps(t, log, [a, b, c, losing(7, 8, 1)])
  keeps(t, log, [a, b, c, losing(3, 4, 1)])
  breaks(t, 'refused for a reason', log, [a, b, c, losing(7, 8, 2)])
  breaks(t, 'refused for a reason', log, [a, b, c, losing(2.2, 2.8, 1)])
})

test('nobody is refused for a claim that was free, or a key that was not used', (t) => {
  const taker = append('x', 7, 8, { ...refused, ...takes('ben') })
  keeps(t, heldBy('ana'), [append('a', 1, 2, takes('ana')), b, c, taker])
  breaks(t, 'refused for a reason', log, [append('a', 1, 2, takes('ana')), append('b', 3, 4, releases), c, taker])
  const keyed = append('x', 7, 8, { ...refused, key: 'ana k' })
  breaks(t, 'refused for a reason', log, [a, b, c, keyed])
})

test('no process ends by itself', (t) => {
  breaks(t, 'available', log, [a, b, c], { failed: ['worker 0.0'] })
})

test('everything is answered, unless its process was killed', (t) => {
  const lost = [a, b, append('c', 5, 6, { answer: null })]
  keeps(t, log, lost, during('process killed'))
  breaks(t, 'available', log, lost)
  breaks(t, 'available', log, lost, during('database killed'))
})

test('the log is there for everybody, unless somebody harms the database', (t) => {
  const unavailable = append('x', 7, 8, { answer: { unavailable: 'away' } })
  const failed = asked(7, { ask: 'head', answer: { failed: 'ECONNREFUSED' } })
  for (const operation of [unavailable, failed]) {
    breaks(t, 'available', log, [a, b, c, operation])
    breaks(t, 'available', log, [a, b, c, operation], during('database killed', 1, 4))
    keeps(t, log, [a, b, c, operation], during('database killed', 4, 6))
    keeps(t, log, [a, b, c, operation], during('database frozen', 7.4, 9))
  }
})
