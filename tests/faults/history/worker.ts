import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '../../../src/events/log/connect.ts'
import { isOfDatabase, openCallers, PAUSE, type CallersOptions } from './callers.ts'
import { followCarelessly } from './flaws/careless-follower.ts'
import type { Flaw } from './flaws/flaw.ts'
import { openFlawedLog } from './flaws/flawed-log.ts'
import { follow } from './follower.ts'
import { openJournal } from './journal.ts'
import { randomFrom } from './random.ts'
import { recordedLog } from './recorded-log.ts'
import { sendAgain } from './scene.ts'
import { readAppend, type WrittenAppend } from './written-append.ts'

// A process that does with the log whatever can be done, at random, and writes down what it was told. It says "ready"; told
// to stop it says "idle"; told to finish it ends, once its followers have come to the position that it was told.

/** `number` is its place among the workers, `generation` how many were killed in this place before it. */
export type WorkerOptions = CallersOptions & {
  url: string
  journal: string
  flaw?: Flaw | undefined
  /** What its followers had seen when the worker before it was killed, by their names. */
  followers: Record<string, number>
  /** What the worker before it sent and was not told of. */
  unanswered: readonly WrittenAppend[]
}

const options = JSON.parse(process.argv[2] ?? '') as WorkerOptions
const { url, flaw, seed } = options
const orders = createInterface({ input: process.stdin })
const isTold = () => once(orders, 'line').then(([line]) => Number(line))
orders.once('close', () => process.exit(1))

const pool = openPool(url, 6)
const log = await untilItOpens()
const journal = openJournal(options.journal)
const finish = Promise.withResolvers<number>()
const followOn = flaw === 'follower skips' ? followCarelessly : follow
const following = Object.entries(options.followers).map(([name, after], index) => {
  return followOn(recordedLog(log, journal, name), after, index === 0 ? 1_000 : 7, finish.promise)
})
log.appended.subscribe((head) => journal.told({ ask: 'head', woken: true }, { head }))

const recorded = recordedLog(log, journal)
const callers = openCallers(recorded, options)
const random = randomFrom(seed)
const settling = options.unanswered.map((append) => sendAgain({ log: recorded, random }, readAppend(append)))
const settled = Promise.allSettled(settling)
console.log('ready')

await isTold()
await Promise.all([callers.stop(), settled])
console.log('idle')
finish.resolve(await isTold())
await Promise.all(following)
await log.close()
process.exit(0)

/** The database may be away just now. */
async function untilItOpens() {
  for (;;) {
    try {
      return await openFlawedLog({ url, pool, flaw })
    } catch (error) {
      if (!isOfDatabase(error)) throw error
      await sleep(PAUSE)
    }
  }
}
