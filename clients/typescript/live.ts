import type { LiveEvent } from './api.ts'
import type { Ledger } from './client.ts'
import { pause } from './pause.ts'

/**
 * Every event from now on, or after the position `after`, as it happens. When the connection breaks it is opened again after
 * what was told last, so none is missed. Throws `Refused` once one is signed out.
 */
export async function* follow(ledger: Ledger, after?: number): AsyncGenerator<LiveEvent> {
  let last = after === undefined ? '' : String(after)
  for (;;) {
    const { body } = await ledger('GET /api/live', { headers: { 'Last-Event-ID': last } })
    for await (const { id, data } of messagesIn(body)) {
      last = id ?? last
      if (data !== undefined) yield JSON.parse(data) as LiveEvent
    }
    await pause(1)
  }
}

type Message = { id?: string; data?: string }

/** Server-sent events, each once all of it is there: half a message is none. */
async function* messagesIn(answer: Response): AsyncGenerator<Message> {
  let text = ''
  try {
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const whole = (text + part).split('\n\n')
      text = whole.pop() ?? ''
      for (const message of whole) yield fieldsOf(message)
    }
  } catch (error) {
    // A connection that breaks is opened again; whatever else is wrong is not the network's.
    if (!(error instanceof TypeError)) throw error
  }
}

function fieldsOf(message: string): Message {
  const lines = message.split('\n').map((line) => /^(\w+): (.*)$/.exec(line) ?? [])
  return Object.fromEntries(lines.flatMap(([, name, value]) => (name === undefined ? [] : [[name, value]])))
}
