import type { Stream } from '../event.ts'

/** A claim as the database knows it: `value` is 64 hex digits; `key` names both parts. */
export type StoredClaim = { kind: string; value: string; key: string }

export type StoredGuard =
  | { stream: Stream; version: number; seenAt: number }
  | { claim: StoredClaim; holder: Stream | null; seenAt: number }
  | { others: StoredClaim; seenAt: number }

/** What an append asks for, ready to be stored. */
export type Wanted = {
  events: readonly { stream: Stream }[]
  guards: readonly StoredGuard[]
  take: readonly { claim: StoredClaim; stream: Stream }[]
  release: readonly StoredClaim[]
  /** Of requests with the same key only the first takes place. */
  key?: string | undefined
}

/** What is known of the state at the head. `undefined`: it cannot say, the database must be asked. */
export type Known = {
  version(stream: Stream, seenAt: number, version: number): number | undefined
  holder(claim: StoredClaim, seenAt: number | undefined, holder: Stream | null): Stream | null | undefined
  others(claim: StoredClaim, seenAt: number): boolean | undefined
}

/** `versions` are those of the request's events; a request that is refused says what moved. */
export type Verdict = { versions: readonly number[] } | { moved: string }

/**
 * Goes through `requests` in order, each after those before it, and says which hold. Pure; the same rules for the
 * writer's memory and for the database. `undefined`: what is known does not suffice.
 */
export function plan(requests: readonly Wanted[], known: Known): Verdict[] | undefined {
  const ahead = lookAhead(known)
  const verdicts: Verdict[] = []
  for (const request of requests) {
    const moved = whatMoved(request, ahead)
    if (moved === undefined) return undefined
    verdicts.push(moved === null ? { versions: ahead.place(request) } : { moved })
  }
  return verdicts
}

/** What does not hold, `null` if everything does, `undefined` if that is not known. */
function whatMoved(request: Wanted, ahead: ReturnType<typeof lookAhead>): string | null | undefined {
  if (request.key !== undefined && ahead.isUsed(request.key)) return 'idempotency key'
  let unknown = false
  for (const guard of request.guards) {
    const holds = ahead.holds(guard)
    if (holds === false) return nameOf(guard)
    unknown ||= holds === undefined
  }
  for (const { claim } of request.take) {
    const holder = ahead.holder(claim, undefined, null)
    if (holder) return `claim ${claim.kind}`
    unknown ||= holder === undefined
  }
  return unknown ? undefined : null
}

function nameOf(guard: StoredGuard): string {
  if ('stream' in guard) return guard.stream
  return 'claim' in guard ? `claim ${guard.claim.kind}` : `other claims ${guard.others.kind}`
}

/** What is known, and on top of it what the requests before this one will have done. */
function lookAhead(known: Known) {
  const versions = new Map<Stream, number>()
  const holders = new Map<string, Stream | null>()
  const kinds = new Set<string>()
  const keys = new Set<string>()

  const version = (stream: Stream, seenAt: number, expected: number) =>
    versions.get(stream) ?? known.version(stream, seenAt, expected)
  const holder = (claim: StoredClaim, seenAt: number | undefined, expected: Stream | null) =>
    holders.has(claim.key) ? holders.get(claim.key) : known.holder(claim, seenAt, expected)

  function holds(guard: StoredGuard): boolean | undefined {
    if ('stream' in guard) return same(version(guard.stream, guard.seenAt, guard.version), guard.version)
    if ('claim' in guard) return same(holder(guard.claim, guard.seenAt, guard.holder), guard.holder)
    // Claims of this kind came or went in this very batch: let the caller look again, alone.
    return kinds.has(guard.others.kind) ? false : known.others(guard.others, guard.seenAt)
  }

  function place(request: Wanted): number[] {
    for (const guard of request.guards) if ('stream' in guard) versions.set(guard.stream, guard.version)
    if (request.key !== undefined) keys.add(request.key)
    for (const claim of request.release) holders.set(claim.key, null)
    for (const { claim, stream } of request.take) holders.set(claim.key, stream)
    for (const claim of [...request.release, ...request.take.map((taken) => taken.claim)]) kinds.add(claim.kind)
    return request.events.map(({ stream }) => {
      const next = (versions.get(stream) ?? 0) + 1
      versions.set(stream, next)
      return next
    })
  }

  return { holder, holds, isUsed: (key: string) => keys.has(key), place }
}

function same<T>(actual: T | undefined, expected: T): boolean | undefined {
  return actual === undefined ? undefined : actual === expected
}
