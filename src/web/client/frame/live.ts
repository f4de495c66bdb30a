import { LiveEvent } from '../../api.ts'

/** Milliseconds in which news is gathered: what came together is looked at once. */
const GATHER = 150
/** Milliseconds after which a connection that the server ended is opened anew. */
const AGAIN = 2_000

type Parts = {
  open: (path: string) => Pick<EventSource, 'onmessage' | 'onerror' | 'onopen' | 'readyState' | 'close'>
  later: (run: () => void, milliseconds: number) => unknown
  /** What has happened, by whomever, in the order of the log. */
  tell: (events: readonly LiveEvent[]) => void
  /** The connection is back after it was gone: anything may have happened meanwhile. */
  missed: () => void
}

export type Live = ReturnType<typeof openLive>

/** Hears of every change to what the person may see, from any browser, script or process. */
export function openLive({ open, later, tell, missed }: Parts) {
  let source: ReturnType<Parts['open']> | undefined
  let gathered: LiveEvent[] = []
  let wasOpen = false

  function hear(text: string) {
    const event = LiveEvent.safeParse(JSON.parse(text))
    if (!event.success) return
    gathered.push(event.data)
    if (gathered.length === 1) later(pass, GATHER)
  }
  function pass() {
    const events = gathered
    gathered = []
    if (source && events.length > 0) tell(events)
  }

  function start() {
    if (source) return
    const own = (source = open('/api/live'))
    own.onmessage = ({ data }: MessageEvent<string>) => hear(data)
    own.onopen = () => {
      if (wasOpen) missed()
      wasOpen = true
    }
    // A browser tries again by itself unless it was refused: then it is closed for good.
    own.onerror = () => {
      if (own.readyState !== EventSource.CLOSED || source !== own) return
      source = undefined
      later(start, AGAIN)
    }
  }

  return {
    start,
    stop() {
      source?.close()
      source = undefined
      gathered = []
      wasOpen = false
    },
  }
}
