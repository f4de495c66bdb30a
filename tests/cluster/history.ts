import { join as pathOf } from 'node:path'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '../../src/events/log/connect.ts'
import { migrate } from '../../src/events/log/migrate.ts'
import { expect, seen } from '../delivery/told.ts'
import { check } from '../faults/history/check.ts'
import { moment, wallOffset } from '../faults/history/clock.ts'
import { startCrew } from '../faults/history/crew.ts'
import { disturb, harmsToWorkers } from '../faults/history/disturb.ts'
import { readFinalLog } from '../faults/history/final-log.ts'
import type { Disturbance } from '../faults/history/history.ts'
import { randomFrom, type Random } from '../faults/history/random.ts'
import { settledHead } from '../faults/history/run.ts'
import { summaryOf, wordsOf } from '../faults/history/words.ts'
import { cutOff, join } from './networks.ts'
import type { Node } from './node.ts'
import { folder } from './place.ts'

const SECONDS = 90

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
  const deadline = Date.now() + SECONDS * 1000
  const [one, other] = [randomFrom(`${seed} workers`), randomFrom(`${seed} nodes`)]
  const disturbances = await Promise.all([
    sleep(SECONDS * 1000, []),
    disturb(harmsToWorkers(crew, nodes.length, one), 5_000, one, deadline),
    disturb(() => harmTo(other.pick(nodes), other), 10_000, other, deadline),
  ])
  await crew.stop()
  const heads = await Promise.all(urls.map(settledHead))
  await crew.finish(Math.max(...heads))
  const pool = openPool(url, 1)
  const log = await readFinalLog(pool)
  await pool.end()
  const more = { failed: crew.failed(), log, wallOffset: wallOffset() }
  const history = { operations: crew.operations(), disturbances: disturbances.flat(), ...more }
  seen(`seed ${seed}: ${summaryOf(history)}`)
  const violations = check(history)
  expect(violations.length === 0, `no violation, not ${violations.length}\n${wordsOf(violations.slice(0, 10))}`)
}

type Harm = [what: Disturbance['what'], harm: () => void | Promise<void>, mend: () => void | Promise<void>]

/** One of the nodes is killed, frozen or cut off for a while. Resolves once it is in step again. */
async function harmTo(node: Node, random: Random): Promise<Disturbance> {
  const begin = moment()
  const [what, harm, mend] = random.pick<Harm>([
    ['database killed', () => node.kill(), () => node.start()],
    ['database frozen', node.freeze, node.thaw],
    ['database cut off', () => cutOff(node.number), () => join(node.number)],
  ])
  await harm()
  await sleep(random.between(0, 8_000))
  await mend()
  await node.synced()
  return { what, begin, end: moment() }
}
