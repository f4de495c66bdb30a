import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { freshness } from './freshness.ts'

/** What was asked of the server, as far as it has answered. An older answer stays, marked as busy, until a newer one is there. */
export type Answer<T> = { answer: T | undefined; busy: boolean; failure: unknown; again: () => void }

/**
 * Asks for what `question` names, and again whenever that may be different by now. `question` is all that the answer depends
 * on: a text that changes with it.
 */
export function useAnswer<T>(question: string, ask: (abort: AbortSignal) => Promise<T>): Answer<T> {
  const state = useSignal<Omit<Answer<T>, 'again'>>({ answer: undefined, busy: true, failure: undefined })
  const times = useSignal(0)
  useEffect(() => {
    const abort = new AbortController()
    state.value = { ...state.value, busy: true }
    ask(abort.signal).then(
      (answer) => abort.signal.aborted || (state.value = { answer, busy: false, failure: undefined }),
      (failure: unknown) => abort.signal.aborted || (state.value = { ...state.value, busy: false, failure }),
    )
    return () => abort.abort()
  }, [question, times.value, freshness.value])
  return { ...state.value, again: () => (times.value += 1) }
}
