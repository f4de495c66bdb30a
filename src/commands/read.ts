import type { LedgerEvent, Recorded, Stream } from '../events/event.ts'
import type { Claim, Guard } from '../events/log/append.ts'
import type { Log } from '../events/log/log.ts'
import type { Slice } from '../events/log/reader.ts'
import { claimKey } from './claims.ts'
import { nothingYet, type Folded } from './folded.ts'
import type { RememberedHolder, RememberedState, Remembering } from './remembering.ts'
import { fold, type Kind } from './streams.ts'

/** Nobody has looked: the unique key of stream and version settles it. */
const UNSEEN = Number.POSITIVE_INFINITY

/** How many streams one statement reads: ten thousand take few, and others get their turn in between. */
const MOST_AT_ONCE = 500

/**
 * What a decision may look at. Everything it has looked at becomes a guard of its append: a decision stands only if all
 * that it knew still holds at commit.
 */
export type Read = {
  /** The state of a stream. */
  state<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id): Promise<Folded<S>>
  /** The same of a stream that is most likely new: taken for absent until the append finds otherwise. */
  likelyNew<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id): Promise<Folded<S>>
  /** All that happened to each of many things, oldest first. What is asked of their states afterwards needs no further look. */
  histories<S, E extends LedgerEvent, Id extends string>(
    kind: Kind<S, E, Id>,
    ids: readonly Id[],
  ): Promise<(readonly Recorded<E>[])[]>
  /** Who holds `claim`. */
  holder(claim: Claim): Promise<Stream | null>
  /** Whether a claim of this kind beside this one is held. */
  others(claim: Claim): Promise<boolean>
  /** Begins again from the start: what was found elsewhere of `stream` is no longer so. */
  overtaken(stream: Stream): never
}

/** `remembering` answers without asking the database; a guess, which the guards turn into knowledge. */
export function guardedRead(log: Log, remembering: Remembering | undefined) {
  const guards = new Map<string, Guard>()
  const seen = new Map<Stream, Folded<unknown>>()
  const held = new Map<string, Stream | null>()
  let guessed = false
  let head = 0

  const read: Read = {
    state: (kind, id) => look(kind, kind.stream(id), remembering?.state(kind.stream(id))),
    likelyNew: (kind, id) =>
      look(kind, kind.stream(id), remembering && { folded: nothingYet(kind.initial), seenAt: UNSEEN }),
    async histories<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, ids: readonly Id[]) {
      const slices = await readTogether(ids.map(kind.stream))
      return [...slices].map(([stream, { events, seenAt }]) => {
        const { version } = seen.get(stream) ?? keep(stream, fold(kind, events), seenAt)
        return (events as Recorded<E>[]).slice(0, version)
      })
    },
    async holder(claim) {
      const key = claimKey(claim)
      const guess = remembering?.holder(key)
      guessed ||= guess !== undefined
      const { holder, seenAt } = guess ?? (await loadHolder(claim))
      guards.set(key, { claim, holder, seenAt })
      held.set(key, holder)
      return holder
    },
    async others(claim) {
      const { remain, seenAt } = await log.others(claim)
      head = Math.max(head, seenAt)
      // Where none remains the command is refused, and a refusal appends nothing.
      if (remain) guards.set(`others ${claimKey(claim)}`, { others: claim, seenAt })
      return remain
    },
    overtaken(stream) {
      throw log.conflict(stream)
    },
  }

  async function look<S, E extends LedgerEvent, Id extends string>(
    kind: Kind<S, E, Id>,
    stream: Stream,
    guess: RememberedState | undefined,
  ): Promise<Folded<S>> {
    const before = seen.get(stream)
    if (before) return before as Folded<S>
    guessed ||= guess !== undefined
    const { folded, seenAt } = guess ?? (await load(stream, kind))
    return keep(stream, folded as Folded<S>, seenAt)
  }

  function keep<S>(stream: Stream, folded: Folded<S>, seenAt: number): Folded<S> {
    guards.set(stream, { stream, version: folded.version, seenAt })
    seen.set(stream, folded)
    return folded
  }

  async function load<S, E extends LedgerEvent, Id extends string>(stream: Stream, kind: Kind<S, E, Id>) {
    const slice = (await readTogether([stream])).get(stream)
    if (!slice) throw new Error(`Not read: ${stream}`)
    return { folded: fold(kind, slice.events), seenAt: slice.seenAt }
  }

  async function readTogether(streams: readonly Stream[]): Promise<Map<Stream, Slice>> {
    const slices = new Map<Stream, Slice>()
    for (let from = 0; from < streams.length; from += MOST_AT_ONCE) {
      for (const [stream, slice] of await log.readStreams(streams.slice(from, from + MOST_AT_ONCE))) {
        slices.set(stream, slice)
        head = Math.max(head, slice.seenAt)
      }
    }
    return slices
  }

  async function loadHolder(claim: Claim): Promise<RememberedHolder> {
    const { stream, seenAt } = await log.holder(claim)
    head = Math.max(head, seenAt)
    return { holder: stream, seenAt }
  }

  return {
    read,
    seen,
    /** Who held the claims that were looked at, by their keys. */
    held,
    guards,
    /** Whether anything came from memory and not from the database. */
    hasGuessed: () => guessed,
    /** The newest position of the head that was seen. */
    head: () => head,
  }
}
