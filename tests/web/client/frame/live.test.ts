import test from 'ava'
import { openLive, type Source } from '../../../../src/web/client/frame/live.ts'
import { ana } from '../../../examples.ts'

const CLOSED = 2
Object.assign(globalThis, { EventSource: { CLOSED } })

type Opened = Source & { readyState: number }

/** News over connections that the test opens, breaks and refuses; what waits runs when `wait` is called. */
function open() {
  const sources: Opened[] = []
  const heard: string[] = []
  const waiting: (() => void)[] = []
  const waits: number[] = []
  const live = openLive({
    open() {
      const source: Opened = {
        onmessage: null,
        onopen: null,
        onerror: null,
        readyState: 0,
        close: () => void (source.readyState = CLOSED),
      }
      sources.push(source)
      return source
    },
    later(run, milliseconds) {
      waiting.push(run)
      waits.push(milliseconds)
    },
    tell: (events) => heard.push(`told ${events.map(({ position }) => position).join()}`),
    missed: () => heard.push('missed'),
    broken: () => heard.push('broken'),
  })
  const wait = () => {
    for (const run of waiting.splice(0)) run()
  }
  const newest = () => sources.at(-1)!
  const say = (position: number) => {
    const data = JSON.stringify({ position, type: 'ExpenseRecorded', stream: `expense-${position}`, userId: ana })
    newest().onmessage?.({ data })
  }
  const opens = () => newest().onopen?.()
  const breaks = (readyState = 0) => {
    newest().readyState = readyState
    newest().onerror?.()
  }
  return { live, sources, heard, waits, wait, say, opens, breaks }
}

test('what comes together is told together, in order', (t) => {
  const { live, heard, wait, say, opens } = open()
  live.start()
  opens()
  say(7)
  say(8)
  t.deepEqual(heard, [])
  wait()
  say(9)
  wait()
  t.deepEqual(heard, ['told 7,8', 'told 9'])
})
test('of a stream of news the first is told soon, further ones now and then, and the last too', (t) => {
  const { live, heard, waits, wait, say, opens } = open()
  live.start()
  opens()
  for (let position = 1; position <= 6; position += 1) {
    say(position)
    if (position % 2 === 0) wait()
  }
  t.deepEqual(heard, ['told 1,2', 'told 3,4', 'told 5,6'])
  t.deepEqual(waits, [150, 700, 700, 700])
  wait()
  say(7)
  t.is(waits.at(-1), 150)
  wait()
  t.is(heard.at(-1), 'told 7')
})
test('what is no news is passed over', (t) => {
  const { live, sources, heard, wait } = open()
  live.start()
  sources[0]?.onmessage?.({ data: '{"position":"seven"}' })
  wait()
  t.deepEqual(heard, [])
})
test('a connection that comes back by itself says that something may have been missed', (t) => {
  const { live, sources, heard, opens, breaks } = open()
  live.start()
  opens()
  breaks()
  opens()
  t.deepEqual(heard, ['broken', 'missed'])
  t.is(sources.length, 1)
})
test('a connection that was refused is opened anew', (t) => {
  const { live, sources, heard, wait, opens, breaks } = open()
  live.start()
  opens()
  breaks(CLOSED)
  t.is(sources.length, 1)
  wait()
  t.is(sources.length, 2)
  opens()
  t.deepEqual(heard, ['broken', 'missed'])
})
test('after stopping nothing is told and nothing is opened, until it starts again', (t) => {
  const { live, sources, heard, wait, say, opens, breaks } = open()
  live.start()
  live.start()
  t.is(sources.length, 1)
  opens()
  say(7)
  live.stop()
  wait()
  t.is(sources[0]?.readyState, CLOSED)
  breaks(CLOSED)
  wait()
  t.deepEqual(heard, [])
  t.is(sources.length, 1)
  live.start()
  opens()
  t.is(sources.length, 2)
  t.deepEqual(heard, [])
  breaks(CLOSED)
  live.stop()
  wait()
  t.is(sources.length, 2)
})
