import { setTimeout as pause } from 'node:timers/promises'
import { pass } from '../following/bring.ts'
import { compareBuild, rateOf, type Build } from './build.ts'
import type { Crew } from './crew.ts'
import type { Difference } from '../checking/differences.ts'
import type { Source } from '../tables/parts.ts'
import { readWindow, WINDOW } from '../following/window.ts'

/** `rate` is events a second so far. */
export type Progress = { name: string; position: number; of: number; rate: number }
/** Undefined where the live table is of another version or another log: there is nothing to compare. */
export type Compared = { name: string; differences: Difference[] | undefined }

export type FillOptions = {
  /** Rests as long as it works, for the sake of those who are served meanwhile. */
  gently?: boolean
  onProgress?: (progress: Progress) => void
  /** Told of each projection before its table is swapped in. */
  onCompared?: (compared: Compared) => void
}

/** Brings the tables of `crew` to `goal`, reading the log once for all; on the way each is compared with the live one. */
export async function fill(crew: Crew<Build>, goal: number, log: Source, options: FillOptions): Promise<void> {
  const builds = crew.left()
  const projections = builds.map(({ places }) => places.projection)
  const stops = builds.flatMap(({ compareAt }) => compareAt ?? [])
  const endOf = (from: number) => Math.min(goal, from + WINDOW, ...stops.filter((stop) => stop > from))
  // What cannot be read for all is left to each: then only those fail that care for the event at fault.
  const read = (from: number) => readWindow(log, projections, from, endOf(from)).catch(() => undefined)

  await crew.oneByOne((build) => compareIf(build.compareAt === 0 || build.compareAt === undefined, build, options))
  for (let from = 0, ahead = read(0); from < goal && crew.left().length > 0; from = endOf(from)) {
    const begun = performance.now()
    const [to, window] = [endOf(from), await ahead]
    // The next one is read while this one is written.
    if (to < goal) ahead = read(to)
    await crew.allAtOnce(({ runner }) => pass(runner, to, window))
    await crew.oneByOne((build) => compareIf(build.compareAt === to, build, options))
    for (const build of crew.left()) options.onProgress?.(progressOf(build, goal))
    if (options.gently) await pause(performance.now() - begun)
  }
}

async function compareIf(due: boolean, build: Build, { onCompared }: FillOptions): Promise<void> {
  if (!due) return
  const { name } = build.places.projection
  const differences = build.compareAt === undefined ? undefined : await compareBuild(build)
  onCompared?.({ name, differences })
}

function progressOf(build: Build, goal: number): Progress {
  const { position } = build.runner.standing.value
  return { name: build.places.projection.name, position, of: Math.max(goal, position), rate: rateOf(build) }
}
