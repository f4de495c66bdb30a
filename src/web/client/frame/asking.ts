export type Heard<T> = { answer: T } | { failure: unknown }

export type Asking = ReturnType<typeof openAsking>

/**
 * Asks the same thing again and again, one at a time. Whoever wants it asked while an answer is on its way is answered by one more
 * after that: so a stream of news has it asked no faster than it is answered, and never keeps it from being answered. `hear` is
 * told whether it is asked once more.
 */
export function openAsking<T>(
  ask: (abort: AbortSignal) => Promise<T>,
  hear: (heard: Heard<T>, isAskedAgain: boolean) => void,
) {
  const abort = new AbortController()
  const { signal } = abort
  let isAsking = false
  let isWanted = false

  async function run() {
    isAsking = true
    while (isWanted && !signal.aborted) {
      isWanted = false
      const heard = await ask(signal).then(
        (answer): Heard<T> => ({ answer }),
        (failure: unknown) => ({ failure }),
      )
      if (!signal.aborted) hear(heard, isWanted)
    }
    isAsking = false
  }

  return {
    again() {
      isWanted = true
      if (!isAsking) void run()
    },
    /** Nothing is heard after this. */
    stop: () => abort.abort(),
  }
}
