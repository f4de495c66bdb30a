import { join as pathOf } from 'node:path'
import { mkdirSync } from 'node:fs'
import { openPool } from '../../src/events/log/connect.ts'
import { migrate } from '../../src/events/log/migrate.ts'
import { expect, seen } from '../delivery/told.ts'
import { check } from '../faults/history/check.ts'
import { moment, wallOffset } from '../faults/history/clock.ts'
import { startCrew, type Crew } from '../faults/history/crew.ts'
import { harmsToWorkers } from '../faults/history/disturb.ts'
import { readFinalLog } from '../faults/history/final-log.ts'
import type { Disturbance } from '../faults/history/history.ts'
import { randomFrom, type Random } from '../faults/history/random.ts'
import { settledHead } from '../faults/history/run.ts'
import { summaryOf, wordsOf } from '../faults/history/words.ts'
import { eventually } from '../faults/eventually.ts'
import { majorityOf, together } from './cluster.ts'
import { cutOff, join } from './networks.ts'
import type { Node } from './node.ts'
import { folder } from './place.ts'

/** How often a node is harmed. */
const HARMS = 8
/** How many events at most go by from one harm to the next. */
const EVENTS = 100

/** Workers at every node do whatever can be done with a log, while nodes and workers are harmed at random; a checker judges what they saw. */
export async function historyHolds(nodes: readonly Node[], seed: string): Promise<void> {
  const urls = nodes.map((node) => node.url('history'))
  const [url = ''] = urls
  await nodes[0]?.ask('create database history')
  await migrate(url)
  const journals = pathOf(folder, 'journals')
  mkdirSync(journals)
  const options = { url, urls, folder: journals, seed, mix: 'everything', callers: 4, atLeast: 0 } as const
  const crew = await startCrew({ ...options, processes: nodes.length })
  const disturbances = await harmAll(crew, nodes, seed)
  await crew.stop()
  const heads = await Promise.all(urls.map(settledHead))
  await crew.finish(Math.max(...heads))
  const pool = openPool(url, 1)
  const log = await readFinalLog(pool)
  await pool.end()
  const more = { failed: crew.failed(), log, wallOffset: wallOffset() }
  const history = { operations: crew.operations(), disturbances, ...more }
  seen(`seed ${seed}: ${summaryOf(history)}`)
  const violations = check(history)
  expect(violations.length === 0, `no violation, not ${violations.length}\n${wordsOf(violations.slice(0, 10))}`)
}

/** Nodes one after the other, and meanwhile workers. */
async function harmAll(crew: Crew, nodes: readonly Node[], seed: string): Promise<Disturbance[]> {
  const [one, other] = [randomFrom(`${seed} workers`), randomFrom(`${seed} nodes`)]
  const disturbances: Disturbance[] = []
  let left = HARMS
  async function harmWorkers(): Promise<void> {
    const harm = harmsToWorkers(crew, nodes.length, one)
    for (; left > 0; await goesOn(nodes, one)) disturbances.push(await harm())
  }
  async function harmNodes(): Promise<void> {
    try {
      for (; left > 0; left--) {
        await goesOn(nodes, other)
        disturbances.push(await harmTo(other.below(nodes.length), nodes, other))
      }
    } finally {
      left = 0
    }
  }
  await Promise.all([harmNodes(), harmWorkers()])
  return disturbances
}

type Harm = [what: Disturbance['what'], harm: () => void | Promise<void>, mend: () => void | Promise<void>]

/** A node is killed, frozen or cut off until the others have given it up, or for longer. Resolves once all are together again. */
async function harmTo(index: number, nodes: readonly Node[], random: Random): Promise<Disturbance> {
  const begin = moment()
  const [node, neighbour] = [nodes[index]!, nodes[(index + 1) % nodes.length]!]
  const [what, harm, mend] = random.pick<Harm>([
    ['database killed', () => node.kill(), () => node.start()],
    ['database frozen', node.freeze, node.thaw],
    ['database cut off', () => cutOff(node.number), () => join(node.number)],
  ])
  await harm()
  try {
    await majorityOf(nodes.length - 1, neighbour)
    if (random.chance(0.5)) await goesOn(nodes, random)
  } finally {
    await mend()
  }
  await together(nodes)
  return { what, begin, end: moment() }
}

/** Resolves once some more events are there, wherever that is seen. */
async function goesOn(nodes: readonly Node[], random: Random): Promise<void> {
  const head = async () => {
    const heads = await Promise.all(nodes.map((node) => headOf(node).catch(() => 0)))
    return Math.max(...heads)
  }
  const goal = (await head()) + 1 + random.below(EVENTS)
  await eventually(async () => (await head()) >= goal)
}

async function headOf(node: Node): Promise<number> {
  const [row] = await node.ask('select position from history.log_head')
  return Number(row?.position)
}
