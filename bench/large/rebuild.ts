import type { Bench } from '../bench.ts'
import { alone, compared, figure, type Line } from '../line.ts'
import { profiling } from '../profile/profiled.ts'
import { say } from '../run/say.ts'
import { sideBySide } from '../side-by-side.ts'
import { insertRows } from './inserts.ts'
import { largeLog } from './log.ts'
import { rebuild } from './rebuilding.ts'

/** A rebuild of all projections, beside plain multi-row INSERTs of the resulting rows into tables like theirs. */
export async function measureRebuild({ place, sizes }: Bench): Promise<Line[]> {
  const { url, events } = await largeLog(place, { events: sizes.events })
  const megabytes: number[] = []
  say(`Rebuilding from ${events} events, ${sizes.slowRounds} rounds …`)
  const { own: rates } = await sideBySide(sizes.slowRounds, {
    rebuilt: async () => {
      const rebuilt = await rebuild(url, place.scratch)
      megabytes.push(rebuilt.megabytes)
      return events / rebuilt.seconds
    },
    inserted: async () => events / (await insertRows(url)),
  })
  const beside = { what: 'INSERT of the rows', figure: figure('/s', rates.inserted) }
  const what = `rebuild of all projections, ${events.toLocaleString('en')} events`
  return [
    compared(what, figure('/s', rates.rebuilt), beside, { what: '50 %', atLeast: 0.5 }),
    alone('peak memory of that rebuild', figure('MB', megabytes), { what: '400 MB', atMost: 400 }),
  ]
}

export async function profileRebuild({ place, sizes }: Bench, folder: string): Promise<void> {
  const { url } = await largeLog(place, { events: sizes.events })
  // The first one finds no rows to compare with.
  await rebuild(url, place.scratch)
  await rebuild(url, place.scratch, profiling(folder))
}
