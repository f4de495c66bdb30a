import type { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { UserId } from '../../../events/ids.ts'
import type { Feed, Stretch } from './feed.ts'

/** Milliseconds after which a read that failed is tried again. */
const AGAIN = 500
/** Milliseconds that a browser waits before it comes back. */
const COME_BACK = 1_000

/**
 * Who listens, to what happens after which position; `isBehind` if there was more before it than is told. Whose ledgers this
 * user sees was known at `knownAt`.
 */
export type Listening = {
  userId: UserId
  sees: 'all' | ReadonlySet<UserId>
  after: number
  isBehind?: boolean
  knownAt: number
}
export type Listener = ReturnType<typeof openListener>

/**
 * Writes to `out` what one user may see, in the order of the log, as fast as it is taken and no faster: each listener goes at
 * a pace of its own, and what it has not been sent waits in the feed and in the log. Ends where what it may see changes.
 */
export function openListener(feed: Feed, out: Writable, listening: Listening) {
  const { userId, sees, after, isBehind, knownAt } = listening
  let position = after
  let busy = false
  let wasFull = false

  async function goOn(): Promise<void> {
    if (busy) return
    busy = true
    while (isOpen()) {
      const next = feed.recent(position) ?? (await older())
      if (next.upTo === position) break
      position = next.upTo
      if (!write(next)) await drained()
    }
    busy = false
  }

  /** Tried until it succeeds: while the database is away, nothing is told and nothing is missed. */
  async function older(): Promise<Stretch> {
    while (isOpen()) {
      try {
        return await feed.older(position, sees !== 'all' && sees.size === 1 ? userId : undefined)
      } catch {
        await pause(AGAIN)
      }
    }
    return { events: [], upTo: position }
  }

  /** Whether there is room for more. */
  function write({ events }: Stretch): boolean {
    const last = events.findIndex((event) => event.changesSightOf === userId && event.position > knownAt)
    const known = last < 0 ? events : events.slice(0, last + 1)
    const told = sees === 'all' ? known : known.filter((event) => sees.has(event.userId))
    const room = told.length === 0 || out.write(told.map(({ text }) => text).join(''))
    if (last >= 0) end()
    return room
  }

  function drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        out.off('drain', go).off('close', go)
        resolve()
      }
      out.on('drain', go).on('close', go)
    })
  }

  function isOpen(): boolean {
    return !out.writableEnded && !out.destroyed
  }

  /** Who does not take what it was sent is not waited for. */
  function end(): void {
    if (out.writableNeedDrain) out.destroy()
    else out.end()
  }

  out.once(
    'close',
    feed.listen(() => void goOn()),
  )
  // Known from the beginning, so that whoever is cut off before anything happens misses nothing either.
  out.write(`retry: ${COME_BACK}\nid: ${position}\n\n`)
  if (isBehind) out.write(`event: behind\ndata: ${JSON.stringify({ position })}\n\n`)
  void goOn()

  return {
    /** Shows that the connection is alive and up to where all is told. Gives up who has taken nothing since the last time. */
    beat(): void {
      const isFull = out.writableNeedDrain
      if (isFull && wasFull) out.destroy()
      if (!isFull && isOpen()) out.write(`:\nid: ${position}\n\n`)
      wasFull = isFull
    },
    end,
  }
}
