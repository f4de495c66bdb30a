import type { ExecutionContext } from 'ava'
import { LiveEvent } from '../../../src/web/api.ts'
import { PASSWORD } from './served.ts'

/** The cookie of somebody who signs in anew. */
export async function cookieOf(address: string, { email }: { email: string }): Promise<string> {
  const body = JSON.stringify({ email, password: PASSWORD })
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${address}/api/session`, { method: 'POST', headers, body })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export type Listening = Awaited<ReturnType<typeof listen>>

/** Somebody who listens, until the test ends. `more` headers, such as `Last-Event-ID`; `search` as in an address. */
export async function listen(
  t: ExecutionContext,
  address: string,
  cookie: string,
  more: Record<string, string> = {},
  search = '',
) {
  const over = new AbortController()
  t.teardown(() => over.abort())
  const answer = await fetch(`${address}/api/live${search}`, { headers: { cookie, ...more }, signal: over.signal })
  const blocks = blocksOf(answer)
  const events = eventsOf(blocks)

  return {
    answer,
    /** What was sent first: when to come back, and after which event. */
    first: (await blocks.next()).value,
    /** What was sent after that. */
    second: async () => (await blocks.next()).value,
    /** The next `count` events. Rejects if the answer ends before. */
    async next(count = 1): Promise<LiveEvent[]> {
      const told: LiveEvent[] = []
      while (told.length < count) {
        const { value, done } = await events.next()
        if (done) throw new Error(`Ended after ${told.length} of ${count} events`)
        told.push(value)
      }
      return told
    },
    /** What is told until the answer ends. */
    async rest(): Promise<LiveEvent[]> {
      const told: LiveEvent[] = []
      for await (const event of events) told.push(event)
      return told
    },
    /** Goes away. */
    leave: () => over.abort(),
  }
}

/** The parts between empty lines. */
async function* blocksOf(answer: Response): AsyncGenerator<string, undefined> {
  let text = ''
  for await (const bytes of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += bytes
    const whole = text.split('\n\n')
    text = whole.pop() ?? ''
    yield* whole
  }
}

/** Whatever is told of an event, each under its position; signs of life are left out. */
async function* eventsOf(blocks: AsyncIterable<string>): AsyncGenerator<LiveEvent, undefined> {
  for await (const block of blocks) {
    const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
    if (data === undefined) continue
    const event = LiveEvent.parse(JSON.parse(data))
    if (event.position !== Number(id)) throw new Error(`${id} is not the position of ${data}`)
    yield event
  }
}
