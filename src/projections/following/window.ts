import type { Log } from '../../events/log/log.ts'
import { typesOf } from '../fold.ts'
import { toldColumns, type Projection, type Told } from '../projection.ts'

/** Positions in one step: some tens of milliseconds of work, some megabytes of memory. */
export const WINDOW = 2_500

/** What happened after `from`, up to and including `to`: all of it that somebody cares about, and perhaps more. */
export type Window = { from: number; to: number; events: readonly Told[] }

export type ReadWindow = (from: number, to: number) => Promise<Window>

/** The window of `projections`, read once for all of them. */
export async function readWindow(
  log: Pick<Log, 'readAfter'>,
  projections: readonly Projection[],
  from: number,
  to: number,
): Promise<Window> {
  const types = [...new Set(projections.flatMap(typesOf))]
  const unsealed = projections.some((projection) => projection.unsealed)
  const columns = projections.some(({ metadata }) => metadata) ? ([...toldColumns, 'metadata'] as const) : toldColumns
  const filter = { types, upTo: to, unsealed, columns }
  return { from, to, events: await log.readAfter(from, to - from, filter) }
}
