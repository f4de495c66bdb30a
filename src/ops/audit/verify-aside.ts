import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Verdict } from './verdict.ts'

const THREAD = new URL('./verify-thread.ts', import.meta.url)

/** What the thread is to verify, and under which public key, if one is known. */
export type Order = { url: string; verifierKey: string | undefined }

/**
 * Verifies the log in a thread of its own, which rests as long as it works, so that whoever serves is not held up. Who asks while it is being
 * verified gets the answer to that. Rejects with what went wrong in the thread.
 */
export function openVerifyAside(order: Order) {
  let thread: Worker | undefined
  let underWay: Promise<Verdict> | undefined

  async function verify(): Promise<Verdict> {
    thread = new Worker(THREAD, { workerData: order })
    const ended = once(thread, 'exit').then((): never => {
      throw new Error('The verification was ended')
    })
    const [verdict] = (await Promise.race([once(thread, 'message'), ended])) as [Verdict]
    return verdict
  }

  return {
    verify: (): Promise<Verdict> => {
      underWay ??= verify().finally(() => (underWay = undefined))
      return underWay
    },
    close: async (): Promise<void> => void (await thread?.terminate()),
  }
}
