import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { appendOf, expense } from '../events/log/appends.ts'
import { freshLog } from '../events/log/fresh-log.ts'
import { eventually } from './eventually.ts'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const FOLLOWER = fileURLToPath(new URL('follower.ts', import.meta.url))

test.serial(
  'four ledgers on one database: one is killed, then the database, and nothing is lost or doubled',
  async (t) => {
    const server = await startFaultyServer()
    t.teardown(() => server.stop())
    const scene = await setScene(t, server, { processes: 4 })
    const callers = scene.load(24)
    await callers.answers(100)
    scene.ledgers[1]?.kill('SIGKILL')
    await callers.answers(100)
    await server.kill()
    await callers.turnsAway()
    await server.start()
    await callers.answers(100)
    const told = await callers.stop()
    const [one, , three, four] = scene.addresses
    for (const address of [one, three, four]) {
      await scene.ready(address)
      t.true((await eventsOf(address ?? '')) > 0, 'Each of them has done a part of the projecting')
    }
    await scene.isWhole(told)
  },
)

test.serial('an append wakes the followers in four other processes within a tenth of a second', async (t) => {
  const { log, url } = await freshLog(t)
  const heard = await Promise.all(Array.from({ length: 4 }, () => follow(url)))
  const delays: number[] = []
  for (let turn = 0; turn < 25; turn++) {
    const { position } = await log.append(appendOf([expense()]))
    const answered = Number(process.hrtime.bigint()) / 1e6
    await eventually(async () => heard.every((follower) => follower.has(position)))
    delays.push(Math.max(...heard.map((follower) => follower.get(position)! - answered)))
  }
  delays.sort((a, b) => a - b)
  t.log(`All woken after ${delays.at(12)?.toFixed(0)} ms (median), ${delays.at(-1)?.toFixed(0)} ms (longest)`)
  // The machine may be slow at any time, but not each time.
  t.true(delays[0]! < 100, `All were woken after ${delays[0]} ms at best`)

  /** When it learnt of each position. */
  async function follow(database: string): Promise<ReadonlyMap<number, number>> {
    const follower = fork(FOLLOWER, [database])
    t.teardown(() => follower.kill())
    const positions = new Map<number, number>()
    follower.on('message', ({ position, at }: { position: number; at: number }) => positions.set(position, at))
    await eventually(async () => positions.size > 0)
    return positions
  }
})

/** How many events the ledger at `address` has itself applied to projections since it began. */
async function eventsOf(address: string): Promise<number> {
  const figures = await (await fetch(`${address}/metrics`)).text()
  const events = [...figures.matchAll(/^ledger_follower_events_total\{.*\} (\d+)$/gm)]
  return events.reduce((sum, [, count]) => sum + Number(count), 0)
}
