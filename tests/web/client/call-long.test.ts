import test from 'ava'
import { openCalls, type Progress } from '../../../src/web/client/call.ts'
import { Refused, Unreachable } from '../../../src/web/client/refused.ts'
import { ana } from '../../examples.ts'

const thing = { id: ana, name: 'a thing, and “what” it is: 12,50 €' }
const report = `event: report\ndata: ${JSON.stringify(thing)}\n\n`
const progress = (position: number) => `event: progress\ndata: {"position":${position},"of":9}\n\n`

/** Calls whose first answer is streamed in `pieces`, cut off if `breaks`; asked again, the server answers `plainly`. */
function open(pieces: readonly Uint8Array[], breaks = false, plainly = () => Response.json(thing)) {
  const accepted: (string | undefined)[] = []
  const told: Progress[] = []
  const heard: string[] = []
  const fetch: typeof globalThis.fetch = async (_path, { headers = {} } = {}) => {
    const { Accept } = headers as Record<string, string>
    accepted.push(Accept)
    return Accept === undefined ? plainly() : new Response(streamOf(pieces, breaks))
  }
  const note = (word: string) => () => void heard.push(word)
  const calls = openCalls(fetch, {
    ...{ reached: note('reached'), lost: note('lost'), signedOut: note('signed out') },
    ...{ changed: note('changed'), answered: note('answered'), stands: note('stands') },
  })
  const ask = (abort?: AbortSignal) => calls.readLong('/api/report', 'Person', {}, abort, (now) => told.push(now))
  return { ask, accepted, told, heard }
}

function streamOf(pieces: readonly Uint8Array[], breaks: boolean): ReadableStream<Uint8Array> {
  const rest = [...pieces]
  return new ReadableStream({
    pull(stream) {
      const piece = rest.shift()
      if (piece) stream.enqueue(piece)
      else if (breaks) stream.error(new TypeError('network error'))
      else stream.close()
    },
  })
}
const bytes = (text: string) => new TextEncoder().encode(text)

test('what takes long tells how far it is, and then comes', async (t) => {
  const { ask, accepted, told, heard } = open([bytes(progress(3)), bytes(progress(6) + report)])
  t.deepEqual(await ask(), thing)
  t.deepEqual(
    told.map(({ position }) => position),
    [3, 6],
  )
  t.deepEqual(accepted, ['text/event-stream'])
  t.deepEqual(heard, ['reached', 'answered'])
})
test('it may come bit by bit, within a letter, too', async (t) => {
  const { ask, told } = open([...bytes(progress(3) + report)].map((byte) => Uint8Array.of(byte)))
  t.deepEqual(await ask(), thing)
  t.deepEqual(told, [{ position: 3, of: 9 }])
})
test('what breaks off is asked in the usual way, which says why', async (t) => {
  const failed = { type: 'urn:test', title: 'No', status: 500 }
  const refuses = () => Response.json(failed, { status: 500, headers: { 'Content-Type': 'application/problem+json' } })
  for (const breaks of [true, false]) {
    const { ask, accepted } = open([bytes(progress(3))], breaks, refuses)
    await t.throwsAsync(ask(), { instanceOf: Refused, message: 'No' })
    t.deepEqual(accepted, ['text/event-stream', undefined])
  }
})
test('what is asked no more is not asked again', async (t) => {
  const { ask, accepted } = open([bytes(progress(3))], true)
  await t.throwsAsync(ask(AbortSignal.abort()))
  t.is(accepted.length, 1)
})
test('no answer at all is a lost connection', async (t) => {
  const { readLong } = openCalls(() => Promise.reject(new TypeError('Failed to fetch')), {
    ...{
      reached: t.fail,
      lost: () => t.pass(),
      signedOut: t.fail,
      changed: t.fail,
      answered: t.fail,
      stands: () => t.fail(),
    },
  })
  await t.throwsAsync(readLong('/api/report', 'Person', {}), { instanceOf: Unreachable })
})
