import { Conflict, type Appended, type Placed } from './append.ts'
import { toInstant, type Micros } from './instants.ts'
import { leafHash, type StoredEvent } from './leaf-hash.ts'
import { extend, type Edge } from './merkle/edge.ts'
import type { Verdict } from './plan.ts'
import type { Request } from './request.ts'

/** `edge` is that of the tree over all events up to `position`, or up to less where it lags behind. */
export type Head = { position: number; recordedAt: Micros; edge: Edge }
export type HashedEvent = StoredEvent & { hash: string }
export type Accepted = { request: Request; versions: readonly number[]; position: number }
/** What a caller is answered once the batch is committed. */
export type Outcome = { appended: Appended } | { refused: unknown }

/** Gives the accepted requests their positions and instants, one microsecond apart, always after the last one. */
export function place(batch: readonly Request[], verdicts: readonly Verdict[], from: Head, now: Micros) {
  const start = Math.max(now, from.recordedAt + 1)
  const events: HashedEvent[] = []
  const accepted: Accepted[] = []
  const outcomes = batch.map((request, index): Outcome => {
    const verdict = verdicts[index]
    if (!verdict || 'moved' in verdict) return { refused: new Conflict(verdict?.moved ?? 'batch') }
    const placed = request.events.map((event, commandIndex): Placed => {
      const position = from.position + events.length + 1
      const version = verdict.versions[commandIndex] ?? 0
      const recordedAt = toInstant(start + events.length)
      const { commandId, actorId } = request
      const stored = { ...event, position, version, commandId, commandIndex, actorId, recordedAt }
      events.push({ ...stored, hash: leafHash(stored) })
      return { position, stream: event.stream, version, recordedAt }
    })
    const position = from.position + events.length
    accepted.push({ request, versions: verdict.versions, position })
    return { appended: { position, events: placed } }
  })
  const recordedAt = events.length > 0 ? start + events.length - 1 : start
  const to: Head = { position: from.position + events.length, recordedAt, edge: edgeAfter(from, events) }
  return { events, outcomes, accepted, to }
}

/** Whether the tree has a leaf for every event. */
export function isWhole({ position, edge }: Head): boolean {
  return edge.frontier.size === position
}

/** Where leaves are missing, none can be added after them. */
function edgeAfter(from: Head, events: readonly HashedEvent[]): Edge {
  if (!isWhole(from)) return from.edge
  const leaves = events.map(({ hash }) => Buffer.from(hash, 'hex'))
  return extend(from.edge, leaves)
}
