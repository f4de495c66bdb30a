import { signal } from '@preact/signals'

/** Milliseconds between two tries to reach the server again. */
const AGAIN = 2_000

export type Connection = ReturnType<typeof openConnection>

/** Whether the server answers. While it does not, `knock` is tried again and again; `returns` counts how often it came back. */
export function openConnection(knock: () => Promise<unknown>, setTimeout: (run: () => void, ms: number) => unknown) {
  const lost = signal(false)
  const returns = signal(0)
  let isWaiting = false

  function wait() {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      void tryAgain()
    }, AGAIN)
  }
  /** Whoever knocks is told in the usual ways whether there was an answer. */
  async function look() {
    await knock().catch(() => undefined)
  }
  async function tryAgain() {
    if (lost.value) await look()
    if (lost.value) wait()
  }

  return {
    lost,
    returns,
    tryAgain,
    /** Something says that the connection may have changed. */
    look,
    reached() {
      if (!lost.value) return
      lost.value = false
      returns.value += 1
    },
    heardNothing() {
      if (lost.value) return
      lost.value = true
      wait()
    },
  }
}
