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
  addEventListener: (name: 'behind', hear: (event: { data: string }) => void) => void
  onmessage: ((event: { data: string }) => void) | null
  onerror: (() => void) | null
  readonly readyState: number
  close: () => void
}
type Parts = {
  open: (path: string) => Source
  later: (run: () => void, milliseconds: number) => unknown
  /** What has happened, by whomever, in the order of the log. */
  tell: (events: readonly LiveEvent[]) => void
  /** More has happened up to `position` than is told one by one: anything may be different. */
  missed: (position: number) => void
  /** The connection ended: the server may be away, or the session over. */
  broken: () => void
}

export const liveEvent: Checks<LiveEvent> = { position: isNumber, type: isText, stream: isText, userId: isId }
const behind: Checks<Pick<LiveEvent, 'position'>> = { position: isNumber }

export type Live = ReturnType<typeof openLive>

/**
 * Hears of every change to what the person may see, from any browser, script or process: all that has happened since the first
 * of the answers that are shown, however long after it the connection opens, and however often it breaks.
 */
export function openLive({ open, later, tell, missed, broken }: Parts) {
  let source: Source | undefined
  let gathered: LiveEvent[] = []
  let isGathering = false
  let isWanted = false
  /** The position of the oldest answer that may be shown, as long as nothing after it was passed over. */
  let oldest: number | undefined
  let told = 0

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
    const newest = events.at(-1)
    if (!newest) return
    told = newest.position
    tell(events)
    gather(PAUSE)
  }

  function hearBehind(text: string) {
    const position = readKept(text, behind)?.position
    if (position === undefined) return
    oldest = told = position
    missed(position)
  }

  function connect() {
    if (!isWanted || source || oldest === undefined) return
    const own = (source = open(`/api/live?after=${told}`))
    own.onmessage = ({ data }) => hear(data)
    own.addEventListener('behind', ({ data }) => hearBehind(data))
    own.onerror = () => {
      if (source !== own) return
      broken()
      // A browser tries again by itself unless it was refused: then it is closed for good.
      if (own.readyState !== EventSource.CLOSED) return
      source = undefined
      later(connect, AGAIN)
    }
  }

  function close() {
    source?.close()
    source = undefined
  }

  return {
    start() {
      isWanted = true
      connect()
    },
    /** Something is shown that stands for `position`: it is listened from there. */
    shows(position: number) {
      if (oldest !== undefined && oldest <= position) return
      oldest = told = position
      close()
      connect()
    },
    /** Nothing is told after this, however much was heard before. */
    stop() {
      isWanted = false
      close()
      gathered = []
    },
  }
}
