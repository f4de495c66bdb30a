import type { LedgerEvent, Stream } from '../events/event.ts'
import type { Claim, Guard } from '../events/log/append.ts'
import type { Log } from '../events/log/log.ts'
import { claimKey } from './claims.ts'
import { nothingYet, type Folded } from './folded.ts'
import type { RememberedHolder, RememberedState, Remembering } from './remembering.ts'
import { fold, type Kind } from './streams.ts'

/** Nobody has looked: the unique key of stream and version settles it. */
const UNSEEN = Number.POSITIVE_INFINITY

/**
 * What a decision may look at. Everything it has looked at becomes a guard of its append: a decision stands only if all
 * that it knew still holds at commit.
 */
export type Read = {
  /** The state of a stream. */
  state<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id): Promise<Folded<S>>
  /** The same of a stream that is most likely new: taken for absent until the append finds otherwise. */
  likelyNew<S, E extends LedgerEvent, Id extends string>(kind: Kind<S, E, Id>, id: Id): Promise<Folded<S>>
  /** Who holds `claim`. */
  holder(claim: Claim): Promise<Stream | null>
  /** Whether a claim of this kind beside this one is held. */
  others(claim: Claim): Promise<boolean>
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
    guards.set(stream, { stream, version: folded.version, seenAt })
    seen.set(stream, folded)
    return folded as Folded<S>
  }

  async function load<S, E extends LedgerEvent, Id extends string>(stream: Stream, kind: Kind<S, E, Id>) {
    const slice = (await log.readStreams([stream])).get(stream)
    if (!slice) throw new Error(`Not read: ${stream}`)
    head = Math.max(head, slice.seenAt)
    return { folded: fold(kind, slice.events), seenAt: slice.seenAt }
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
