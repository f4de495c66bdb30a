import type { Log } from '../events/log/log.ts'
import type { Runner } from './runner.ts'
import { readWindow, WINDOW, type Window } from './window.ts'

export type Progress = { name: string; position: number; of: number }

/**
 * Makes the rows of some projections anew from the log, up to where its head is now. Readers see the tables fill. Followers
 * go on meanwhile, in this process and in others: whoever applies a step, it counts for all.
 */
export async function rebuild(
  runners: readonly Runner[],
  log: Pick<Log, 'readAfter' | 'head'>,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const head = (await log.head()).position
  await Promise.all(runners.map(({ reset }) => reset()))
  const projections = runners.map(({ projection }) => projection)
  const endOf = (from: number) => Math.min(head, from + WINDOW)
  // What cannot be read for all is left to each: then only those fail that care for the event at fault.
  const read = (from: number) => readWindow(log, projections, from, endOf(from)).catch(() => undefined)
  for (let from = 0, ahead = read(0); from < head; from = endOf(from)) {
    const window = await ahead
    // The next one is read while this one is written.
    if (endOf(from) < head) ahead = read(endOf(from))
    await Promise.all(runners.map((runner) => pass(runner, endOf(from), window)))
    for (const { projection, standing } of runners) {
      onProgress({ name: projection.name, position: standing.value.position, of: head })
    }
  }
  await Promise.all(runners.map(({ settle }) => settle()))
}

/** Brings `runner` past `window`, in one step or, if others are at it too, in several. */
async function pass({ projection, standing, advance }: Runner, to: number, window: Window | undefined): Promise<void> {
  while (standing.value.position < to) {
    await advance(to, window)
    const { state, error } = standing.value
    if (state === 'failed') throw new Error(`${projection.name}: ${error}`)
  }
}
