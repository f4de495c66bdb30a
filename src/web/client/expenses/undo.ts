import { signal, type ReadonlySignal } from '@preact/signals'
import { Unreachable } from '../refused.ts'

export type Step = {
  /** Takes it back, unless that was done already. */
  take: () => Promise<void>
  isTaken: ReadonlySignal<boolean>
}

/** How many steps are remembered. */
const MOST = 50

export type Undo = ReturnType<typeof openUndo>

/** What this page itself did and can take back, each once. */
export function openUndo() {
  let steps: Step[] = []

  /** What may not have arrived can be tried again. */
  function add(takeBack: () => Promise<unknown>): Step {
    const isTaken = signal(false)
    const step: Step = { take, isTaken }
    async function take() {
      if (isTaken.value) return
      isTaken.value = true
      steps = steps.filter((other) => other !== step)
      try {
        await takeBack()
      } catch (error) {
        if (error instanceof Unreachable) remember(step, isTaken)
        throw error
      }
    }
    remember(step, isTaken)
    return step
  }
  function remember(step: Step, isTaken: { value: boolean }) {
    isTaken.value = false
    steps = [...steps, step].slice(-MOST)
  }

  return {
    /** Remembers how something that was just done is taken back: by whoever takes this step, or as the last one. */
    add,
    /** The newest step that was not taken yet. */
    last: (): Step | undefined => steps.at(-1),
  }
}
