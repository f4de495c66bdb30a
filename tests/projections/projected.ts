import type { ExecutionContext } from 'ava'
import { defer, first, firstValueFrom, repeat } from 'rxjs'
import { newIdIn } from '../../src/events/batch.ts'
import { streamOf, type LedgerEvent, type Stream } from '../../src/events/event.ts'
import { newId, type UserId } from '../../src/events/ids.ts'
import type { Placed } from '../../src/events/log/append.ts'
import {
  openProjections,
  projectionNames,
  type ProjectionName,
  type Projections,
} from '../../src/projections/projections.ts'
import { freshLog } from '../events/log/fresh-log.ts'
import { metadata } from '../examples.ts'

/** Milliseconds that no projection needs for what a test appends. */
export const PATIENCE = 30_000

/**
 * A log of its own and its projections, which nobody follows yet. `process` opens them once more, as another process would;
 * all wake at the same moment, so that they race.
 */
export async function projected(t: ExecutionContext) {
  const fresh = await freshLog(t)
  const { log, url } = fresh
  const versions = new Map<Stream, number>()
  const failures: string[] = []

  async function process(): Promise<Projections> {
    const onError = (error: Error) => failures.push(error.message)
    const projections = await openProjections({ url, log, onError })
    t.teardown(() => projections.close())
    return projections
  }

  /** Appends `events` as one command, which may be one of a batch. */
  async function append(
    events: readonly LedgerEvent[],
    actorId: UserId | null = null,
    batch?: string,
  ): Promise<readonly Placed[]> {
    const streams = [...new Set(events.map(streamOf))]
    const guards = streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0, seenAt: Infinity }))
    for (const event of events) versions.set(streamOf(event), (versions.get(streamOf(event)) ?? 0) + 1)
    const about = batch === undefined ? metadata : { ...metadata, batch }
    const commandId = batch === undefined ? newId() : newIdIn(batch)
    return (await log.append({ commandId, actorId, metadata: about, events, guards })).events
  }

  /** Resolves once all that has been appended is in every projection of `one`. */
  async function caughtUp(one: Projections): Promise<void> {
    await one.reached((await log.head()).position, projectionNames, PATIENCE)
  }

  /** Resolves to what `one` says of `name` once that goes on no more. */
  async function stopped(one: Projections, name: ProjectionName) {
    const status = defer(async () => (await one.status()).find((standing) => standing.name === name))
    return firstValueFrom(
      status.pipe(
        repeat({ delay: 20 }),
        first((standing) => standing !== undefined && standing.state !== 'live'),
      ),
    )
  }

  /** Resolves once `one` says that every projection is live. */
  async function allLive(one: Projections): Promise<void> {
    await firstValueFrom(
      defer(() => one.status()).pipe(
        repeat({ delay: 20 }),
        first((standings) => standings.every(({ state }) => state === 'live')),
      ),
    )
  }

  return { ...fresh, allLive, stopped, projections: await process(), process, append, caughtUp, failures }
}
