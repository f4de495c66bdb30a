import { setImmediate as turn } from 'node:timers/promises'
import type { Keys } from './keys.ts'
import type { Append, Claim } from './append.ts'
import { streamOf, type Stream } from '../event.ts'
import type { StoredClaim, StoredGuard, Wanted } from './plan.ts'
import { toStoredData, toStoredMetadata } from './stored-events.ts'
import type { Upcasts } from './upcasts.ts'

/** An append with everything done that needs no position: texts sealed and canonical, claims as they are stored. */
export type Request = {
  commandId: string
  actorId: string | null
  events: readonly { stream: Stream; type: string; userId: string; data: string; metadata: string }[]
  wanted: Wanted
  remember: Append['remember']
  /** Roughly, in bytes of SQL. */
  size: number
}

/** Events that are sealed at a time: others get their turn in between. */
const SLICE = 500

/** Keys are written before the event that makes them count: a crash in between leaves a key that nobody uses. */
export async function toRequest(append: Append, keys: Keys, upcasts?: Upcasts): Promise<Request> {
  const events: Request['events'][number][] = []
  for (const event of append.events) {
    if (events.length > 0 && events.length % SLICE === 0) {
      append.onSealed?.(events.length)
      await turn()
    }
    const stream = streamOf(event)
    const key = await keys.make(event.userId)
    const metadata = toStoredMetadata(append.metadata, event.type, upcasts)
    events.push({ stream, type: event.type, userId: event.userId, data: toStoredData(event, stream, key), metadata })
  }
  append.onSealed?.(events.length)
  const claim = (asked: Claim): StoredClaim => {
    const value = keys.claimValue(asked).toString('hex')
    return { kind: asked.kind, value, key: `${asked.kind} ${value}` }
  }
  const guards = append.guards.map((guard): StoredGuard => {
    if ('stream' in guard) return guard
    return 'claim' in guard ? { ...guard, claim: claim(guard.claim) } : { ...guard, others: claim(guard.others) }
  })
  return {
    commandId: append.commandId,
    actorId: append.actorId,
    events,
    wanted: {
      events,
      guards,
      take: (append.take ?? []).map((taken) => ({ claim: claim(taken.claim), stream: taken.stream })),
      release: (append.release ?? []).map(claim),
      key: append.remember && `${append.remember.userId} ${append.remember.key}`,
    },
    remember: append.remember,
    size: events.reduce((size, event) => size + event.data.length + event.metadata.length + 400, 400),
  }
}
