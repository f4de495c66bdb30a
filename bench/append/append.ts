import type { Bench } from '../bench.ts'
import { alone, compared, figure, type Asked, type Line } from '../line.ts'
import { perSecond } from '../measure.ts'
import { openPeers } from '../peers/peers.ts'
import { profiled } from '../profile/profiled.ts'
import { say } from '../run/say.ts'
import { sideBySide } from '../side-by-side.ts'
import { openLedger } from './ledger.ts'
import { loadData } from './load-data.ts'

/** Rows for LOAD DATA, of the writer's own making. */
const ROWS = 100_000

/** Each figure of the ledger beside one of something else. */
const pairs: readonly { callers: keyof typeof callers; beside: string; asked?: Asked }[] = [
  { callers: 'one', beside: 'Message DB, 1 caller', asked: { what: 'as fast', atLeast: 1 } },
  { callers: 'one', beside: 'Emmett, 1 caller' },
  { callers: 'some', beside: 'Message DB, 64 callers', asked: { what: '5 ×', atLeast: 5 } },
  { callers: 'some', beside: 'Emmett, 64 callers', asked: { what: '5 ×', atLeast: 5 } },
  { callers: 'many', beside: 'LOAD DATA', asked: { what: '25 %', atLeast: 0.25 } },
]
const callers = { one: 'append, 1 caller', some: 'append, 64 callers', many: 'append, 1,000 callers' }

/** One event each into streams of their own, each answered when its commit is durable. */
export async function measureAppend({ place, sizes, versions }: Bench): Promise<Line[]> {
  const { rounds, seconds } = sizes
  const url = await place.emptyDatabase('append')
  const ledger = await openLedger(url)
  const peers = await openPeers(place.scratch, versions)
  try {
    while ((await ledger.head()) < ROWS) await perSecond(1_000, 1, ledger.append)
    const own = {
      one: () => perSecond(1, seconds, ledger.append),
      some: () => perSecond(64, seconds, ledger.append),
      many: () => perSecond(1_000, seconds, ledger.append),
    }
    const theirs = peers.list.flatMap(({ name, append }): [string, () => Promise<number>][] => [
      [`${name}, 1 caller`, () => perSecond(1, seconds, append)],
      [`${name}, 64 callers`, () => perSecond(64, seconds, append)],
    ])
    const others = { 'LOAD DATA': () => loadData(url, ROWS), ...Object.fromEntries(theirs) }
    say(`Appending, ${rounds} rounds …`)
    const rates = await sideBySide(rounds, own, others)
    return pairs.map(({ callers: key, beside, asked }) => {
      const [what, measured, other] = [callers[key], figure('/s', rates.own[key]), rates.peers.get(beside)]
      if (!other) return alone(what, measured, undefined, `${beside}: left out`)
      return compared(what, measured, { what: beside, figure: figure('/s', other) }, asked)
    })
  } finally {
    await ledger.close()
    await peers.close()
  }
}

export async function profileAppend({ place, sizes }: Bench, folder: string): Promise<void> {
  const ledger = await openLedger(await place.emptyDatabase('append'))
  try {
    await perSecond(1_000, sizes.seconds, ledger.append)
    await profiled(folder, () => perSecond(1_000, 3 * sizes.seconds, ledger.append))
  } finally {
    await ledger.close()
  }
}
