import { signal } from '@preact/signals'
import type { FieldError } from '../form/submission.ts'
import type { Format } from '../format.ts'
import type { Toasts } from '../frame/toasts.ts'
import { errorsOf } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'

type Parts = { server: Pick<Server, 'revertBatch'>; toasts: Pick<Toasts, 'say'>; format: Pick<Format, 'count'> }

/** The taking back of `batch`: what stands in its way, and what was said when it was done. */
export function openTakingBack(batch: string, { server, toasts, format }: Parts) {
  const sending = signal(false)
  /** Expenses that were changed since: the id is the path. */
  const inTheWay = signal<FieldError[]>([])
  const problem = signal<string>()

  async function undo(done: string) {
    try {
      await server.revertBatch(done, false)
      toasts.say(pageMessages.activity.undone)
    } catch (error) {
      toasts.say(errorsOf(error)[0]?.message ?? '')
    }
  }

  function say({ batch: done, count }: { batch: string | null; count: number }) {
    const words = pageMessages.activity
    if (done === null) return toasts.say(words.nothingTakenBack)
    toasts.say(words.tookBack(count, format.count(count)), { label: messages.toasts.undo, run: () => void undo(done) })
  }

  function fail(error: unknown) {
    const refused = error instanceof Refused && error.problem.status === 409 ? (error.problem.errors ?? []) : []
    inTheWay.value = refused
    problem.value = refused.length > 0 ? undefined : errorsOf(error)[0]?.message
  }

  return {
    sending,
    inTheWay,
    problem,
    /** Resolves to whether it is done; with `skip`, what stands in the way is left as it is. */
    async run(skip: boolean): Promise<boolean> {
      if (sending.value) return false
      sending.value = true
      try {
        say(await server.revertBatch(batch, skip))
        return true
      } catch (error) {
        fail(error)
        return false
      } finally {
        sending.value = false
      }
    },
  }
}
