import { attend } from './attend.ts'
import { begin, complete, type Build } from './build.ts'
import { openCrew } from './crew.ts'
import { fill, type FillOptions } from './fill.ts'
import type { Places } from '../tables/parts.ts'
import { dropOld, swapIn, type Tools } from './swap.ts'
import type { Turn } from './turn.ts'

export type RebuildOptions = FillOptions & {
  /** Leaves the table that is replaced as `<name>_old`. */
  keep?: boolean
  /** Told once it is this rebuild's turn. */
  onBegun?: () => void
}

/**
 * Builds another table for each of `all` beside the one that is read; compares the two; and swaps it in. Followers go on
 * meanwhile. A crash leaves at worst a table that nobody reads, which the next rebuild drops. Throws `Busy`; and `Stopped`,
 * once the others are done, for one that an event cannot be applied to.
 */
export async function rebuild(all: readonly Places[], tools: Tools, options: RebuildOptions): Promise<void> {
  const turn = await tools.turns.take(all.map(({ projection }) => projection.name))
  try {
    options.onBegun?.()
    const goal = (await tools.log.head()).position
    const builds: Build[] = []
    for (const places of all) builds.push(await begin(places, goal))
    const attending = attend(builds, turn)
    try {
      await build(builds, goal, tools, turn, options)
    } finally {
      attending.unsubscribe()
    }
  } finally {
    await turn.end()
  }
}

async function build(
  builds: readonly Build[],
  goal: number,
  tools: Tools,
  turn: Turn,
  options: RebuildOptions,
): Promise<void> {
  const crew = openCrew(builds)
  await fill(crew, goal, tools.log, options)
  await crew.oneByOne((one) => complete(one, tools.log))
  await crew.oneByOne(async ({ places, runner }) => {
    await swapIn(places, runner, tools, turn)
    if (!options.keep) await dropOld(places)
  })
  crew.settle()
}
