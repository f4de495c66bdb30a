import type { Stream } from '../event.ts'
import type { Known, StoredClaim, StoredGuard, Wanted } from './plan.ts'

/** After this many streams and claims the older half is forgotten. */
const REMEMBERED = 50_000

type Touched = { streams: Map<Stream, number>; claims: Map<string, Stream | null>; kinds: Set<string>; since: number }

/**
 * What the writer has in mind: everything that this process appended after `since`, which is everything that anybody
 * did, and what that relied on. What was seen at or after `since` and not touched by us is still so, without asking.
 */
export function writersMemory() {
  let older: Touched = nothingSince(0)
  let newer: Touched = nothingSince(0)

  const stream = (name: Stream) => newer.streams.get(name) ?? older.streams.get(name)
  const claim = (key: string) => (newer.claims.has(key) ? newer.claims.get(key) : older.claims.get(key))

  const known: Known = {
    version(name, seenAt, version) {
      const own = stream(name)
      if (own !== undefined) return own
      return seenAt >= older.since ? version : undefined
    },
    holder(wanted, seenAt, holder) {
      const own = claim(wanted.key)
      if (own !== undefined) return own
      // A claim that is only taken needs no look: the primary key refuses a second holder.
      return seenAt === undefined || seenAt >= older.since ? holder : undefined
    },
    others(wanted, seenAt) {
      const touched = older.kinds.has(wanted.kind) || newer.kinds.has(wanted.kind)
      return !touched && seenAt >= older.since ? true : undefined
    },
  }

  return {
    known,
    /** Somebody else may have appended up to `position`: only what is seen from there on counts. */
    restart(position: number) {
      older = nothingSince(position)
      newer = nothingSince(position)
    },
    /** `wanted` was committed with these versions; `head` is the position after it. */
    committed(wanted: Wanted, versions: readonly number[], head: number) {
      for (const guard of wanted.guards) if (guard.seenAt !== Infinity) remember(guard)
      wanted.events.forEach((event, index) => newer.streams.set(event.stream, versions[index] ?? 0))
      for (const released of wanted.release) touchClaim(released, null)
      for (const taken of wanted.take) touchClaim(taken.claim, taken.stream)
      if (newer.streams.size + newer.claims.size < REMEMBERED) return
      older = newer
      newer = nothingSince(head)
    },
  }

  /** It held: whoever looked long ago and still relies on it need not ask either. */
  function remember(guard: StoredGuard) {
    if ('stream' in guard) newer.streams.set(guard.stream, guard.version)
    if ('claim' in guard) newer.claims.set(guard.claim.key, guard.holder)
  }

  function touchClaim(touched: StoredClaim, holder: Stream | null) {
    newer.claims.set(touched.key, holder)
    newer.kinds.add(touched.kind)
  }
}

export type WritersMemory = ReturnType<typeof writersMemory>

function nothingSince(since: number): Touched {
  return { streams: new Map(), claims: new Map(), kinds: new Set(), since }
}
