import type { Stream } from '../events/event.ts'
import type { Folded } from './folded.ts'

export type RememberedState = { folded: Folded<unknown>; seenAt: number }
export type RememberedHolder = { holder: Stream | null; seenAt: number }

/**
 * What many commands look at, as it was last seen: the states of users and categories, and by the claim's key who holds a
 * name. Recording an expense then needs no read at all.
 */
export function remembering(most: number) {
  const states = lastSeen<Stream, RememberedState>(most)
  const holders = lastSeen<string, RememberedHolder>(most)
  return {
    state: states.get,
    holder: holders.get,
    /** What a command that was just appended at `position` looked at, as it left it. */
    keep(seen: ReadonlyMap<Stream, Folded<unknown>>, held: ReadonlyMap<string, Stream | null>, position: number) {
      for (const [stream, folded] of seen) {
        // Expenses are too many, and few are looked at twice.
        if (!stream.startsWith('expense-')) states.keep(stream, { folded, seenAt: position })
      }
      for (const [key, holder] of held) holders.keep(key, { holder, seenAt: position })
    },
  }
}

export type Remembering = ReturnType<typeof remembering>

/** At most `most`: what was kept longest ago goes first. What was seen before something that is kept does not replace it. */
function lastSeen<K, V extends { seenAt: number }>(most: number) {
  const kept = new Map<K, V>()
  return {
    get: (key: K): V | undefined => kept.get(key),
    keep(key: K, value: V): void {
      if ((kept.get(key)?.seenAt ?? 0) > value.seenAt) return
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value ?? key)
    },
  }
}
