import type { Bench } from '../bench.ts'
import type { Asked, Line } from '../line.ts'
import { lasting } from '../measure.ts'
import type { Sizes } from '../run/options.ts'
import type { Place } from '../run/place.ts'
import { say } from '../run/say.ts'
import { openCommanding, type Commanding } from '../serving/commanding.ts'
import { register, serveLedger, signIn } from '../serving/ledger.ts'
import { alongside, lines } from './alongside.ts'
import { caughtUp } from './caught-up.ts'
import { largeLog } from './log.ts'
import { rebuild } from './rebuilding.ts'

const same: Asked = { what: 'the same (within 10 %)', atMost: 1.1 }

/** How long a command takes over HTTP with a large log, with an empty one, and while a rebuild runs. */
export async function measureLatency({ place, sizes }: Bench): Promise<Line[]> {
  return [...(await withLargeLog(place, sizes)), ...(await whileRebuilding(place, sizes))]
}

async function withLargeLog(place: Place, { logEvents, rounds, seconds }: Sizes): Promise<Line[]> {
  const { url, events } = await largeLog(place, { events: logEvents })
  const [large, small] = [await serveLedger(url), await serveLedger(await place.emptyDatabase('small'))]
  try {
    const long = await openCommanding(large.origin, await signIn(large.origin))
    const short = await openCommanding(small.origin, await register(small.origin))
    await caughtUp(long.client, events)
    say(`Recording with ${events} events in the log and with none, ${rounds} rounds …`)
    const beside = await inTurn(rounds, seconds, long, short)
    const what = `a command with ${events.toLocaleString('en')} events in the log`
    return lines(what, beside.long, 'with none', beside.short, same)
  } finally {
    await Promise.all([large.stop(), small.stop()])
  }
}

async function whileRebuilding(place: Place, sizes: Sizes): Promise<Line[]> {
  const { url, events } = await largeLog(place, { events: sizes.events })
  const ledger = await serveLedger(url)
  try {
    const commands = await openCommanding(ledger.origin, await signIn(ledger.origin))
    await caughtUp(commands.client, events)
    say('Recording while a rebuild runs, and before and after …')
    const work = () => rebuild(url, place.scratch)
    return await alongside('a command while a rebuild runs', commands, 2 * sizes.seconds, work)
  } finally {
    await ledger.stop()
  }
}

type Rounds = number[][]

async function inTurn(rounds: number, seconds: number, long: Commanding, short: Commanding) {
  const took: { long: Rounds; short: Rounds } = { long: [], short: [] }
  await long.round(lasting(seconds))
  await short.round(lasting(seconds))
  for (let done = 0; done < rounds; done++) {
    took.long.push(await long.round(lasting(seconds)))
    took.short.push(await short.round(lasting(seconds)))
  }
  return took
}
