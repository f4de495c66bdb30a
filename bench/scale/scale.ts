import type { Bench } from '../bench.ts'
import { largeLog } from '../large/log.ts'
import { rebuild } from '../large/rebuilding.ts'
import { verify } from '../large/verify.ts'
import { quantile, times } from '../measure.ts'
import type { Place } from '../run/place.ts'
import { say } from '../run/say.ts'
import { timeAppends } from './appends.ts'
import { timeReads } from './reads.ts'
import type { Step } from './step.ts'
import { storageOf } from './storage.ts'

const DATABASE = 'scale'
/** From so many events on, what takes minutes is measured once. */
const LONG = 5_000_000

/** One log that the ledger's own writer makes longer and longer; at each size everything that may grow with it is measured. */
export async function measureScale({ place, sizes }: Bench): Promise<Step[]> {
  await place.emptyDatabase(DATABASE)
  const steps: Step[] = []
  for (const events of sizes.scale) steps.push(await measureAt(place, events, events < LONG ? sizes.slowRounds : 1))
  return steps
}

async function measureAt(place: Place, wanted: number, rounds: number): Promise<Step> {
  const { url, events, people } = await largeLog(place, { events: wanted }, DATABASE)
  say(`Rebuilding from ${events} events, ${rounds} rounds and one before …`)
  const { seconds, memory } = await rebuilds(url, place.scratch, rounds)
  say('Verifying …')
  const verified = await times(rounds, () => verify(url))
  say('Reading …')
  const reads = await timeReads(url, events, people, rounds)
  const megabytes = await storageOf(url)
  say('Appending …')
  // Last, as it makes the log longer.
  const appends = await timeAppends(url, people, rounds)
  const milliseconds = { ...appends, ...reads, verify: quantile(verified, 0.5), rebuild: 1_000 * seconds }
  return { events, milliseconds, megabytes, memory }
}

/** The first one is not counted: it brings the tables to the end of the log, so that the others have as much to compare. */
async function rebuilds(url: string, scratch: string, rounds: number): Promise<{ seconds: number; memory: number }> {
  const done = [await rebuild(url, scratch)]
  for (let round = 0; round < rounds; round++) done.push(await rebuild(url, scratch))
  const half = (values: number[]) => quantile(values.slice(1), 0.5)
  return { seconds: half(done.map(({ seconds }) => seconds)), memory: half(done.map(({ megabytes }) => megabytes)) }
}
