import type { Bench } from '../bench.ts'
import { largeLog, LONG } from '../large/log.ts'
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
/** One log that the ledger's own writer makes longer and longer (and a long one, that may have been kept); at each size everything that may grow with it is measured. */
export async function measureScale({ place, sizes }: Bench): Promise<Step[]> {
  await place.emptyDatabase(DATABASE)
  const steps: Step[] = []
  for (const events of sizes.scale) steps.push(await measureAt(place, events, events < LONG ? sizes.slowRounds : 1))
  return steps
}

async function measureAt(place: Place, wanted: number, rounds: number): Promise<Step> {
  const { url, events, people, grown } = await largeLog(place, { events: wanted }, wanted < LONG ? DATABASE : undefined)
  say(`Rebuilding from ${events} events, ${rounds} rounds${grown ? ' and one before' : ''} …`)
  // Brings the tables to the end of the log, so that each round has as much to compare.
  if (grown) await rebuild(url, place.scratch)
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

async function rebuilds(url: string, scratch: string, rounds: number): Promise<{ seconds: number; memory: number }> {
  const done: Awaited<ReturnType<typeof rebuild>>[] = []
  for (let round = 0; round < rounds; round++) done.push(await rebuild(url, scratch))
  const half = (values: number[]) => quantile(values, 0.5)
  return { seconds: half(done.map(({ seconds }) => seconds)), memory: half(done.map(({ megabytes }) => megabytes)) }
}
