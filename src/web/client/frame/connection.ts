import { signal } from '@preact/signals'

/** Milliseconds between two tries to reach the server again. */
const AGAIN = 2_000

export type Connection = ReturnType<typeof openConnection>

/** Whether the server answers. While it does not, `knock` is tried again and again; `returns` counts how often it came back. */
export function openConnection(knock: () => Promise<unknown>, setTimeout: (run: () => void, ms: number) => unknown) {
  const lost = signal(false)
  const returns = signal(0)

  async function tryAgain() {
    if (lost.value) await knock().catch(() => undefined)
    if (lost.value) setTimeout(() => void tryAgain(), AGAIN)
  }

  return {
    lost,
    returns,
    tryAgain,
    reached() {
      if (!lost.value) return
      lost.value = false
      returns.value += 1
    },
    heardNothing() {
      if (lost.value) return
      lost.value = true
      setTimeout(() => void tryAgain(), AGAIN)
    },
  }
}
