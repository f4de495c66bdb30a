import { setTimeout as sleep } from 'node:timers/promises'
import { openHandle } from '../../../src/commands/handle.ts'
import { Rejected } from '../../../src/commands/rejected.ts'
import { Conflict, Unavailable } from '../../../src/events/log/append.ts'
import type { Log } from '../../../src/events/log/log.ts'
import { mixes, type Mix } from './actions.ts'
import { idsOf, writer } from './ids.ts'
import { randomFrom } from './random.ts'
import type { Scene } from './scene.ts'

/** How far the log grows before callers turn to other things. */
const EPOCH = 400
/** After an error of the database, in milliseconds. */
export const PAUSE = 20

export type CallersOptions = {
  seed: string
  mix: Mix
  number: number
  generation: number
  callers: number
  /** How often each of them acts, however early it is stopped. */
  atLeast: number
}

/** So many callers at once, each of whom does one thing after the other, at random, until `stop`. */
export function openCallers(log: Log, { seed, mix, number, generation, callers, atLeast }: CallersOptions) {
  const shared = { log, handle: openHandle(log), ids: idsOf(number, generation), recorded: [] }
  let head = 0
  const watching = log.appended.subscribe((position) => (head = position))
  let stopping = false

  async function call(caller: number): Promise<void> {
    const random = randomFrom(`${seed} ${number} ${generation} ${caller}`)
    const scene: Scene = { ...shared, random, me: writer(caller), epoch: () => Math.floor(head / EPOCH) }
    for (let times = 0; times < atLeast || !stopping; times++) {
      try {
        await random.pick(mixes[mix])(scene)
      } catch (error) {
        if (isOfDatabase(error)) await sleep(PAUSE)
        else if (!isRefusal(error)) throw error
      }
    }
  }

  const calling = Array.from({ length: callers }, (_, caller) => call(caller))
  return {
    async stop(): Promise<void> {
      stopping = true
      await Promise.all(calling)
      watching.unsubscribe()
    },
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Conflict || error instanceof Rejected || error instanceof Unavailable
}

/** The journal has it, and the checker judges whether there was reason for it. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && !String(error.code).startsWith('ERR_')
}
