import type { Moment } from './clock.ts'

/** All that is known of a run: what each process asked and was told, what was done to them, and the log they left. */
export type History = {
  operations: readonly Operation[]
  disturbances: readonly Disturbance[]
  /** Processes that ended by themselves, or hung until they were killed. */
  failed: readonly string[]
  log: FinalLog
  /** What to add to a moment for microseconds since 1970. */
  wallOffset: number
}

export type Operation = AppendAsked | ReadAsked | HeadAsked | HolderAsked | OthersAsked | RememberedAsked

/** An answer is `null` if none came: the process was killed. `failed` says that it was told of an error. */
type Asked<Ask extends string, Question, Answer> = Question & {
  ask: Ask
  process: string
  begin: Moment
  /** `Infinity` if no answer came. */
  end: Moment
  answer: Answer | { failed: string } | null
}

export type AppendAsked = Asked<'append', { command: Command }, AppendAnswer>
export type AppendAnswer = { appended: Appended } | { conflict: string } | { unavailable: string }
export type Appended = { position: number; events: readonly Placed[] }
export type Placed = { position: number; stream: string; version: number; recordedAt: string }

/** `after` is a position. A reader that remembers one number and goes on from it has a name in `follower`. */
export type ReadAsked = Asked<'read', ReadQuestion, { head?: number; events: readonly Sight[] }>
export type ReadQuestion = {
  streams?: readonly string[]
  userId?: string
  after: number
  upTo?: number
  limit?: number
  follower?: string
}
/** An event as a reader saw it: where it stands, and prints of what is told around it and of what happened. */
export type Sight = readonly [position: number, surroundings: string, content: string]

/** `woken`: nobody asked, the observable of appended positions said it, perhaps a moment late. */
export type HeadAsked = Asked<'head', { woken?: true }, { head: number }>
export type HolderAsked = Asked<'holder', { claim: string }, { head: number; holder: string | null }>
export type OthersAsked = Asked<'others', { claim: string }, { head: number; remain: boolean }>
export type RememberedAsked = Asked<'remembered', { key: string }, { remembered: RememberedAnswer | null }>
export type RememberedAnswer = { request: string; outcome: number; stream: string; version: number; position: number }

/** What an append asks for. A claim is written `kind value`, an idempotency key `user key`. */
export type Command = {
  id: string
  events: readonly { stream: string; content: string; amount: number | null }[]
  guards: readonly Guard[]
  take: readonly { claim: string; stream: string }[]
  release: readonly string[]
  key: string | null
}
export type Guard = { stream: string; version: number } | { claim: string; holder: string | null } | { others: string }

/** What was done to the processes or to the database from outside. */
export type Disturbance = {
  what:
    'process killed' | 'process frozen' | 'connections cut' | 'database killed' | 'database frozen' | 'database cut off'
  process?: string
  begin: Moment
  end: Moment
}

/** The tables as they were when all was over. */
export type FinalLog = {
  head: { position: number; recordedAt: string }
  /** In the order of their positions. */
  events: readonly LogRow[]
  claims: readonly { kind: string; stream: string }[]
  remembered: readonly (RememberedAnswer & { key: string; commandId: string })[]
}

export type LogRow = {
  position: number
  stream: string
  version: number
  type: string
  userId: string
  commandId: string
  commandIndex: number
  actorId: string | null
  /** RFC 3339 in UTC with six digits. */
  recordedAt: string
  data: string
  metadata: string
  /** Lower-case hex. */
  hash: string
}

/** A guarantee that did not hold, in words, and the records that show it. */
export type Violation = { rule: Rule; what: string; records: readonly unknown[] }

export type Rule =
  | 'positions are 1 to n'
  | 'versions are 1 to n'
  | 'instants rise'
  | 'instants are true'
  | 'instants become final'
  | 'hashes are right'
  | 'commit order'
  | 'each command once'
  | 'answers are kept'
  | 'guards hold'
  | 'one holder'
  | 'keys are used once'
  | 'refused for a reason'
  | 'available'
  | 'reads are right'
  | 'as of stays the same'
  | 'followers see everything once'
  | 'rules across streams'
