import type { LiveEvent } from '../../api.ts'
import { isNumber, isText, readKept, type Checks } from '../kept.ts'
import { isId } from '../read-id.ts'

/** Milliseconds in which news is gathered: what came together is looked at once. */
const GATHER = 150
/** And in which it is gathered after some was told: of a stream of news, not every wave is looked at, but the last is. */
const PAUSE = 700
/** Milliseconds after which a connection that the server refused is opened anew. */
const AGAIN = 2_000

/** What of an EventSource matters. */
export type Source = {
  onmessage: ((event: { data: string }) => void) | null
  onopen: (() => void) | null
  onerror: (() => void) | null
  readonly readyState: number
  close: () => void
}
type Parts = {
  open: (path: string) => Source
  later: (run: () => void, milliseconds: number) => unknown
  /** What has happened, by whomever, in the order of the log. */
  tell: (events: readonly LiveEvent[]) => void
  /** The connection is back after it was gone: anything may have happened meanwhile. */
  missed: () => void
  /** The connection ended: the server may be away, or the session over. */
  broken: () => void
}

export const liveEvent: Checks<LiveEvent> = { position: isNumber, type: isText, stream: isText, userId: isId }

export type Live = ReturnType<typeof openLive>

/** Hears of every change to what the person may see, from any browser, script or process. */
export function openLive({ open, later, tell, missed, broken }: Parts) {
  let source: Source | undefined
  let gathered: LiveEvent[] = []
  let isGathering = false
  let isWanted = false
  let wasOpen = false

  function hear(text: string) {
    const event = readKept(text, liveEvent)
    if (!event) return
    gathered.push(event)
    if (!isGathering) gather(GATHER)
  }
  function gather(milliseconds: number) {
    isGathering = true
    later(pass, milliseconds)
  }
  function pass() {
    isGathering = false
    const events = gathered
    gathered = []
    if (events.length === 0) return
    tell(events)
    gather(PAUSE)
  }

  function connect() {
    if (!isWanted || source) return
    const own = (source = open('/api/live'))
    own.onmessage = ({ data }) => hear(data)
    own.onopen = () => {
      if (wasOpen) missed()
      wasOpen = true
    }
    own.onerror = () => {
      if (source !== own) return
      broken()
      // A browser tries again by itself unless it was refused: then it is closed for good.
      if (own.readyState !== EventSource.CLOSED) return
      source = undefined
      later(connect, AGAIN)
    }
  }

  return {
    start() {
      isWanted = true
      connect()
    },
    /** Nothing is told after this, however much was heard before. */
    stop() {
      isWanted = false
      wasOpen = false
      source?.close()
      source = undefined
      gathered = []
    },
  }
}
