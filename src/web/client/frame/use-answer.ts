import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { openAsking, type Asking } from './asking.ts'
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
  const newest = useRef(ask)
  newest.current = ask
  const asking = useRef<Asking>(undefined)
  useEffect(() => {
    const own = openAsking(
      (abort) => newest.current(abort),
      (heard, busy) => (state.value = { ...state.value, failure: undefined, ...heard, busy }),
    )
    asking.current = own
    return own.stop
  }, [question])
  useEffect(() => {
    state.value = { ...state.value, busy: true }
    asking.current?.again()
  }, [question, times.value, freshness.value])
  return { ...state.value, again: () => (times.value += 1) }
}
