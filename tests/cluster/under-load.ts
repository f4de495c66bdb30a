import { expect, seen } from '../delivery/told.ts'
import { eventually } from '../faults/eventually.ts'
import { startLoad, type Told } from '../faults/load.ts'
import type { Caller } from './callers.ts'
import { whole, type Cluster } from './cluster.ts'
import { watchStalls } from './stall.ts'

/** Seconds for which a lost node may stop all writes. */
const LONGEST_STALL = 10
/** Callers of each replica. */
const CLIENTS = 3

/** The cluster, who asks, and what she was told is recorded. */
export type Scene = { cluster: Cluster; ana: Caller; answered: Told['answered'] }

/** Does `work` to the cluster while callers record expenses everywhere; afterwards everybody is there again. */
export async function underLoad(
  { cluster, ana, answered }: Scene,
  work: (load: { acknowledged: () => number; answers: (more: number) => Promise<void> }) => Promise<void>,
  longest = LONGEST_STALL,
): Promise<void> {
  // Each replica has callers of its own: whoever waits for one of them holds up nobody else.
  const loads = cluster.replicas.map(({ address }) => startLoad([address], ana.cookie, CLIENTS))
  const acknowledged = () => loads.reduce((sum, { told }) => sum + told.answered.length, 0)
  const answers = (more: number) => {
    const goal = acknowledged() + more
    return eventually(async () => acknowledged() >= goal)
  }
  await answers(20)
  const stalls = watchStalls(acknowledged)
  let stall = 0
  try {
    await work({ acknowledged, answers })
  } finally {
    stall = stalls()
    await whole(cluster)
    const told = together(await Promise.all(loads.map((load) => load.stop())))
    answered.push(...told.answered)
    seen(wordsOf(told, stall))
    expect(told.surprises.length === 0, `no answer but 201 and 503, not ${told.surprises.slice(0, 3).join('; ')}`)
  }
  expect(stall <= longest, `that writes go on within ${longest} s`)
}

function together(all: readonly Told[]): Told {
  return {
    answered: all.flatMap(({ answered }) => answered),
    turnedAway: all.reduce((sum, { turnedAway }) => sum + turnedAway, 0),
    unanswered: all.reduce((sum, { unanswered }) => sum + unanswered, 0),
    surprises: all.flatMap(({ surprises }) => surprises),
    longest: Math.max(...all.map(({ longest }) => longest)),
  }
}

function wordsOf({ answered, turnedAway, unanswered, longest }: Told, stall: number): string {
  const parts = [
    `${answered.length} recorded, ${turnedAway} × 503, ${unanswered} without an answer`,
    `the longest wait for one was ${(longest / 1000).toFixed(1)} s`,
    `nothing was acknowledged anywhere for ${stall.toFixed(1)} s at most`,
  ]
  return parts.join('; ')
}
