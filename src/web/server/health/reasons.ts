import type { Look } from './look.ts'

/** A projection that is further behind than this many events is not ready to be read. */
const FAR_BEHIND = 10_000
/** Seconds: a follower looks at least once a second, but a step of thousands of events takes its time. */
const SILENT = 20

/** Why the ledger is not ready; empty if it is. Names, positions and states only: anybody may read it. */
export function reasonsOf({ seen, audit, followers }: Look): string[] {
  return [
    ...(seen ? ofLog(seen) : ['the database does not answer']),
    ...(audit ? ofCount(audit.counted) : []),
    ...(seen?.projections ?? []).flatMap(ofState),
    ...[...(audit?.projections ?? [])].flatMap(ofApplied),
    ...followers.flatMap(({ name, lookedAgo }) =>
      lookedAgo > SILENT ? [`nobody has looked after ${name} for ${Math.floor(lookedAgo)} s`] : [],
    ),
  ]
}

type Seen = NonNullable<Look['seen']>
type Audit = NonNullable<Look['audit']>

function ofLog({ head, last }: Seen): string[] {
  return head === last ? [] : [`the head of the log is at ${head}, its last event at ${last}`]
}

function ofCount({ position, events }: Audit['counted']): string[] {
  return events === position ? [] : [`the log has ${events} events up to position ${position}`]
}

function ofState({ name, state, position, lag }: Seen['projections'][number]): string[] {
  switch (state) {
    case 'live':
      return lag > FAR_BEHIND ? [`${name} is ${lag} events behind`] : []
    case 'failed':
      return [`${name} has stopped at position ${position}`]
    case 'another release':
      return [`${name} is kept by another release of the ledger`]
  }
}

function ofApplied([name, { position, applied, expected }]: [
  string,
  { position: number; applied: number; expected: number },
]) {
  return applied === expected ? [] : [`${name} has applied ${applied} of ${expected} events up to position ${position}`]
}
