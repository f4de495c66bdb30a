import type { Instant } from '../calendar.ts'
import type { LedgerEvent, Metadata, Stream } from '../event.ts'
import type { UserId } from '../ids.ts'

/** A value that only one stream may hold; `value` is normalised already. */
export type Claim = { kind: 'email' | 'category-name' | 'admin' | 'first-admin'; value: string }

/**
 * What must still hold at commit. `seenAt` is the head's position when it was seen to hold: if since then only this
 * process has appended, the writer need not ask the database again. `Infinity` for a stream that gets events and is
 * taken to be new: nobody looked, the unique key settles it.
 */
export type Guard =
  | { stream: Stream; version: number; seenAt: number }
  | { claim: Claim; holder: Stream | null; seenAt: number }
  /** Another claim of this kind remains beside this one. */
  | { others: Claim; seenAt: number }

/** What is kept of a command that came with an idempotency key. `outcome` is the status that was answered. */
export type Remembered = {
  request: Buffer
  outcome: number
  commandId: string
  stream: Stream
  version: number
  position: number
}

export type Append = {
  /** Two appends with the same id are one: the second is answered with what became of the first. */
  commandId: string
  actorId: UserId | null
  metadata: Metadata
  /** In the order of their positions. Each stream among them needs a guard that says its version (0: must not exist). */
  events: readonly LedgerEvent[]
  guards: readonly Guard[]
  take?: readonly { claim: Claim; stream: Stream }[]
  release?: readonly Claim[]
  remember?: { userId: UserId; key: string; request: Buffer; outcome: number; stream: Stream; version: number }
  /** Hears how many events are sealed, some hundred at a time and at the end. What it throws is thrown, and nothing is appended. */
  onSealed?: (events: number) => void
}

export type Placed = { position: number; stream: Stream; version: number; recordedAt: Instant }

/** `position` is that of the last event, or of the head if there were none; `events` are in the order they were given. */
export type Appended = { position: number; events: readonly Placed[] }

/** Something the append relied on has moved: load, decide and append again. Nothing was appended. */
export class Conflict extends Error {
  readonly moved: string
  constructor(moved: string) {
    super(`Moved meanwhile: ${moved}`)
    this.moved = moved
  }
}

/** The database could not be asked in time. Whether the append took place is not known; the same one may be sent again. */
export class Unavailable extends Error {}

/** The append is more than the database takes in one statement: it never fits. Nothing was appended. */
export class TooLarge extends Error {
  constructor(mostBytes: number) {
    super(`An append is larger than the database takes: its max_allowed_packet is ${mostBytes} bytes`)
  }
}
