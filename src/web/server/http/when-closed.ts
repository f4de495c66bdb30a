import type { Writable } from 'node:stream'

/** Calls `act` once `out` is closed: at once if it is by now, as its `close` is told no second time to who comes late. */
export function whenClosed(out: Pick<Writable, 'closed' | 'once'>, act: () => void): void {
  if (out.closed) act()
  else out.once('close', act)
}
