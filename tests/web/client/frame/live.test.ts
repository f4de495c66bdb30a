import test from 'ava'
import { openLive, type Source } from '../../../../src/web/client/frame/live.ts'
import { ana } from '../../../examples.ts'

const CLOSED = 2
Object.assign(globalThis, { EventSource: { CLOSED } })

type Opened = Source & { readyState: number; behind: (data: string) => void }

/** News over connections that the test opens, breaks and refuses; what waits runs when `wait` is called. */
function open() {
  const sources: Opened[] = []
  const paths: string[] = []
  const heard: string[] = []
  const waiting: (() => void)[] = []
  const waits: number[] = []
  const live = openLive({
    open(path) {
      paths.push(path)
      const source: Opened = {
        addEventListener: (_, hear) => void (source.behind = (data) => hear({ data })),
        behind: () => undefined,
        onmessage: null,
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
    missed: (position) => heard.push(`missed some up to ${position}`),
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
  const breaks = (readyState = 0) => {
    newest().readyState = readyState
    newest().onerror?.()
  }
  const start = (position = 6) => {
    live.start()
    live.shows(position)
  }
  return { live, start, sources, paths, heard, waits, wait, say, newest, breaks }
}

test('what comes together is told together, in order', (t) => {
  const { start, heard, wait, say } = open()
  start()
  say(7)
  say(8)
  t.deepEqual(heard, [])
  wait()
  say(9)
  wait()
  t.deepEqual(heard, ['told 7,8', 'told 9'])
})
test('of a stream of news the first is told soon, further ones now and then, and the last too', (t) => {
  const { start, heard, waits, wait, say } = open()
  start(0)
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
  const { start, newest, heard, wait } = open()
  start()
  newest().onmessage?.({ data: '{"position":"seven"}' })
  newest().behind('{"position":"seven"}')
  wait()
  t.deepEqual(heard, [])
})
test('it is listened from what is shown, once something is', (t) => {
  const { live, paths } = open()
  live.start()
  t.deepEqual(paths, [])
  live.shows(6)
  live.shows(9)
  t.deepEqual(paths, ['/api/live?after=6'])
})
test('for an answer that is older than the others it is listened from there', (t) => {
  const { live, start, sources, paths, heard, wait, say } = open()
  start()
  live.shows(4)
  t.is(sources[0]?.readyState, CLOSED)
  t.deepEqual(paths, ['/api/live?after=6', '/api/live?after=4'])
  say(5)
  wait()
  live.shows(4)
  t.deepEqual(heard, ['told 5'])
  t.is(paths.length, 2)
})
test('a connection that the browser opens again is left to it, and goes on where it was', (t) => {
  const { start, sources, heard, breaks } = open()
  start()
  breaks()
  t.deepEqual(heard, ['broken'])
  t.is(sources.length, 1)
})
test('a connection that was refused is opened anew after what was told last', (t) => {
  const { start, paths, heard, wait, say, breaks } = open()
  start()
  say(7)
  wait()
  breaks(CLOSED)
  t.is(paths.length, 1)
  wait()
  t.deepEqual(paths, ['/api/live?after=6', '/api/live?after=7'])
  t.deepEqual(heard, ['told 7', 'broken'])
})
test('where more happened than is told, it goes on from there', (t) => {
  const { start, paths, newest, heard, wait, breaks } = open()
  start()
  newest().behind('{"position":9000}')
  breaks(CLOSED)
  wait()
  t.deepEqual(heard, ['missed some up to 9000', 'broken'])
  t.is(paths.at(-1), '/api/live?after=9000')
})
test('after stopping nothing is told and nothing is opened, until it starts again where it was', (t) => {
  const { live, start, sources, paths, heard, wait, say, breaks } = open()
  start()
  live.start()
  t.is(sources.length, 1)
  say(7)
  live.stop()
  wait()
  t.is(sources[0]?.readyState, CLOSED)
  breaks(CLOSED)
  live.shows(8)
  wait()
  t.deepEqual(heard, [])
  t.is(sources.length, 1)
  live.start()
  t.deepEqual(paths, ['/api/live?after=6', '/api/live?after=6'])
  breaks(CLOSED)
  live.stop()
  wait()
  t.is(sources.length, 2)
})
