import type { Bench } from '../bench.ts'
import { compared, figure, type Asked, type Line } from '../line.ts'
import { lasting, quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import { openCommanding, type Commanding } from '../serving/commanding.ts'
import { register, serveLedger, signIn } from '../serving/ledger.ts'
import { caughtUp } from './caught-up.ts'
import { largeLog } from './log.ts'
import { rebuild } from './rebuilding.ts'

const same: Asked = { what: 'the same (within 10 %)', atMost: 1.1 }
const twice: Asked = { what: 'at most twice', atMost: 2 }

/** How long a command takes over HTTP with a large log, with an empty one, and while a rebuild runs. */
export async function measureLatency({ place, sizes }: Bench): Promise<Line[]> {
  const { rounds, seconds } = sizes
  const { url, events } = await largeLog(place, { events: sizes.logEvents })
  const [large, small] = [await serveLedger(url), await serveLedger(await place.emptyDatabase('small'))]
  try {
    const long = await openCommanding(large.origin, await signIn(large.origin))
    const short = await openCommanding(small.origin, await register(small.origin))
    await caughtUp(long.client, events)
    say(`Recording with ${events} events in the log and with none, ${rounds} rounds …`)
    const beside = await inTurn(rounds, seconds, long, short)
    say('Recording while a rebuild runs, and before and after …')
    const alongside = await whileRebuilding(long, 2 * seconds, () => rebuild(url, place.scratch))
    const what = `a command with ${events.toLocaleString('en')} events in the log`
    return [
      ...lines(what, beside.long, 'with none', beside.short, same),
      ...lines('a command while a rebuild runs', alongside.during, 'before and after', alongside.around, twice),
    ]
  } finally {
    await Promise.all([large.stop(), small.stop()])
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

async function whileRebuilding(commands: Commanding, seconds: number, work: () => Promise<unknown>) {
  const before = await commands.round(lasting(seconds))
  let rebuilding = true
  const rebuilt = work().finally(() => (rebuilding = false))
  const [during] = await Promise.all([commands.round(() => rebuilding), rebuilt])
  return { during: [during], around: [before, await commands.round(lasting(seconds))] }
}

/** What half and what 99 % of the commands were answered within; it is the half that is judged. */
function lines(what: string, own: Rounds, beside: string, other: Rounds, asked: Asked): Line[] {
  const within = (rounds: Rounds, share: number) => {
    const shares = rounds.map((took) => quantile(took, share))
    return figure('ms', shares)
  }
  return [
    compared(`${what}: half`, within(own, 0.5), { what: beside, figure: within(other, 0.5) }, asked),
    compared(`${what}: 99 %`, within(own, 0.99), { what: beside, figure: within(other, 0.99) }),
  ]
}
