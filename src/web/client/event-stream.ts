export type ServerEvent = { event: string; id: string; data: string }

/** The server-sent events of `body`, as they come; `heard` is called whenever something does. */
export async function* eventsIn(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard()
      // Looked for in what is new: an event may be megabytes that come bit by bit.
      let from = Math.max(0, rest.length - 1)
      rest += decoder.decode(piece.value, { stream: true })
      for (let end = rest.indexOf('\n\n', from); end >= 0; end = rest.indexOf('\n\n', from)) {
        yield eventOf(rest.slice(0, end))
        rest = rest.slice(end + 2)
        from = 0
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

function eventOf(text: string): ServerEvent {
  const lines = text.split('\n')
  const said = (field: string) => lines.filter((line) => line.startsWith(field)).map((line) => line.slice(field.length))
  return { event: said('event: ').join(''), id: said('id: ').join(''), data: said('data: ').join('\n') }
}

/** Aborts `signal` once nothing was heard for `patience` milliseconds. */
export function openSilence(patience: number) {
  const tooLong = new AbortController()
  const give = () => setTimeout(() => tooLong.abort(), patience)
  let timer = give()
  return {
    signal: tooLong.signal,
    heard: () => {
      clearTimeout(timer)
      timer = give()
    },
    end: () => clearTimeout(timer),
  }
}
