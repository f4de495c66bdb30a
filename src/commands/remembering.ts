import type { Stream } from '../events/event.ts'
import type { Folded } from './folded.ts'

export type Remembered = { folded: Folded<unknown>; seenAt: number }

/**
 * The states of streams that many commands look at (users, categories), as they were last seen, so that recording an
 * expense needs no read at all. The least recently used go first.
 */
export function remembering(most: number) {
  const states = new Map<Stream, Remembered>()
  return {
    get: (stream: Stream) => states.get(stream),
    keep(stream: Stream, remembered: Remembered) {
      if (stream.startsWith('expense-') || (states.get(stream)?.seenAt ?? 0) > remembered.seenAt) return
      states.delete(stream)
      states.set(stream, remembered)
      if (states.size > most) states.delete(states.keys().next().value ?? stream)
    },
  }
}

export type Remembering = ReturnType<typeof remembering>
